/** Members to facts. */
package org.onrecord.fact;
