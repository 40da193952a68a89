/** Articles with their claims marked, for people: at a terminal and as a page. */
package org.onrecord.markup;
