package org.onrecord.markup;

/** How characters look at a terminal, as parameters of the escape sequence SGR (ECMA-48, 8.3.117). */
enum Style {
    PLAIN(""),
    HEADLINE("1"),
    FAINT("2"),
    CONTENT("32"),
    DENIED("31"),
    SOURCE("1;36"),
    CUE("35"),
    /** Within another claim's content. */
    INNER_CONTENT("4;32"),
    INNER_DENIED("4;31"),
    INNER_SOURCE("1;4;36"),
    INNER_CUE("4;35");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    String start() {
        return this == PLAIN ? "" : "\u001B[" + parameters + "m";
    }

    String end() {
        return this == PLAIN ? "" : "\u001B[0m";
    }

    Style inner() {
        return switch (this) {
            case CONTENT -> INNER_CONTENT;
            case DENIED -> INNER_DENIED;
            case SOURCE -> INNER_SOURCE;
            case CUE -> INNER_CUE;
            case PLAIN, HEADLINE, FAINT, INNER_CONTENT, INNER_DENIED, INNER_SOURCE, INNER_CUE -> this;
        };
    }
}
