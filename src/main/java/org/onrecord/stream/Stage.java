package org.onrecord.stream;

import java.util.Locale;
import java.util.Optional;

/** What waits for whom: each stage has its topics, in the order of the flow. */
public enum Stage {
    /** Reads the outlets' topics. */
    INTAKE,
    EXTRACT,
    STATEMENT,
    BLOCK,
    /** Writes facts: what waits here is written and not yet committed, so that consumers do not see it. */
    FACTS;

    /** The stage that a topic's records wait for; empty for a topic that nothing of ours waits on. */
    public static Optional<Stage> of(String topic) {
        if (Topics.isOutlet(topic)) {
            return Optional.of(INTAKE);
        }
        return switch (topic) {
            case Topics.ARTICLES -> Optional.of(EXTRACT);
            case Topics.STATEMENTS -> Optional.of(STATEMENT);
            case Topics.BLOCKS -> Optional.of(BLOCK);
            case Topics.FACTS -> Optional.of(FACTS);
            default -> Optional.empty();
        };
    }

    /** The name in tables and labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
