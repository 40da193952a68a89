package org.onrecord.fact;

/** Tells which outlets and agencies are one publisher. Implementations are pure and safe to share between threads. */
@FunctionalInterface
public interface Families {
    /** Every outlet a family of its own. */
    Families NONE = Words::slug;

    /**
     * The family of an outlet.
     *
     * @param outlet a {@linkplain Words#slug slug} of an outlet's id, its name, or an agency as an article names it
     */
    String family(String outlet);
}
