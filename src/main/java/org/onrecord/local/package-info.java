/** Local mode: an embedded broker and a registry on loopback. */
package org.onrecord.local;
