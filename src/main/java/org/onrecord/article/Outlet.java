package org.onrecord.article;

/**
 * A news outlet or agency that others relay.
 *
 * @param id as in the outlet's topic
 * @param name as readers know it
 * @param family its publisher; outlets of one family are one origin
 */
public record Outlet(String id, String name, String family) {}
