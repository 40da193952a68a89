/**
 * The trained tagger: a linear-chain conditional random field over the words of a passage that marks sources, cues and
 * contents. It knows words, tags and quotation marks, and nothing of articles.
 */
package org.onrecord.claim.tagger;
