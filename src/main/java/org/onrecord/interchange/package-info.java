/** The JSON Lines files that commands read and write. */
package org.onrecord.interchange;
