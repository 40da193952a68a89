/** Revisions: which claims of an article stand, whatever the order in which its revisions arrive. */
package org.onrecord.revision;
