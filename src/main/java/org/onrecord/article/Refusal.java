package org.onrecord.article;

/**
 * Why a record is not taken.
 *
 * @param detail what is wrong and what to do about it; never the article's text
 */
public record Refusal(RejectReason reason, String detail) {}
