/** The operations port: metrics, health, lag and a page about them. */
package org.onrecord.serve;
