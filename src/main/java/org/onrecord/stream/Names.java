package org.onrecord.stream;

/** The names of the topology's nodes and stores. A changed name loses the state kept under the old one. */
final class Names {
    static final String INTAKE_SOURCE = "outlets";
    static final String INTAKE = "intake";
    static final String ARTICLES_SINK = "accepted-articles";
    static final String INTAKE_REJECTED_SINK = "refused-at-intake";

    static final String EXTRACT_SOURCE = "articles";
    static final String EXTRACT = "extract";
    static final String CLAIMS_SINK = "claims";
    static final String OCCURRENCES_SINK = "occurrences";
    static final String EXTRACT_REJECTED_SINK = "refused-at-extract";
    static final String NEWEST_STORE = "newest-revisions";
    static final String CLAIMS_STORE = "article-claims";
    static final String EXTRACT_CLOCK_STORE = "extract-clock";
    static final String ARTICLE_EXPIRY_STORE = "article-expiry";

    static final String STATEMENT_SOURCE = "statements";
    static final String STATEMENT = "statement";
    static final String INSERTS_SINK = "inserts";
    static final String ACTORS_SINK = "actors";
    static final String FACTS_SINK = "facts";
    static final String STATEMENTS_STORE = "statement-states";
    static final String LINKS_STORE = "statement-links";
    static final String FOLLOWERS_STORE = "statement-followers";
    static final String REPORTS_STORE = "statement-reports";
    static final String MEMBERS_STORE = "fact-members";
    static final String MEMBER_REPORTS_STORE = "fact-reports";
    static final String STATEMENT_CLOCK_STORE = "statement-clock";
    static final String STATEMENT_TOUCHED_STORE = "statement-touched";
    static final String STATEMENT_EXPIRY_STORE = "statement-expiry";
    static final String CHORUSES_STORE = "fact-choruses";
    static final String TIMELINE_STORE = "fact-timelines";

    static final String BLOCK_SOURCE = "blocks";
    static final String BLOCK = "block";
    static final String CANDIDATES_SINK = "candidates";
    static final String ENTRIES_STORE = "block-entries";
    static final String SKETCHES_STORE = "block-sketches";
    static final String WINDOWS_STORE = "block-windows";
    static final String CAPPED_STORE = "blocks-capped";
    static final String BLOCK_CLOCK_STORE = "block-clock";

    private Names() {}
}
