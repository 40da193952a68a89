package org.onrecord.resolution;

import java.util.Optional;

/** Where the statement actors of one partition keep what they know. */
public interface StatementStores {
    Optional<StatementState> statement(String id);

    void put(StatementState state);

    /** Owner: a statement; key: a statement before it. */
    Owned<Link> links();

    /** Owner: a statement; key: one that asked it. The value is the key again. */
    Owned<String> followers();

    /** Owner: a statement; key: claim id. */
    Owned<Report> reports();

    /** Owner: a leader; key: member. */
    Owned<Membership> members();

    /** Owner: a leader; key: member and claim id, see {@link FactReports}. Live ones only. */
    Owned<Report> memberReports();

    /** Owner: a leader; key: member and voice, see {@link FactReports}. */
    Owned<Chorus> choruses();

    /** Owner: a leader; keys that order its reports by time, see {@link FactReports}. The value is the report's key. */
    Owned<String> timeline();
}
