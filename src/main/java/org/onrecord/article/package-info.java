/** Reading and cleaning what outlets publish. */
package org.onrecord.article;
