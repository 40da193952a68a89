/** Sentences to attributed claims. */
package org.onrecord.claim;
