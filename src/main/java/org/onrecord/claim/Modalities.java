package org.onrecord.claim;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells how firmly content is put, by its words. */
final class Modalities {
    private static final Pattern POSSIBLE =
            Pattern.compile("\\b(?:may|might|could|possibly|perhaps|probably|likely|unlikely"
                    + "|reportedly|allegedly|rumou?r(?:s|ed)?|appears? to|seems? to|considering|weighing|mulling)\\b");

    private static final Pattern PLAN =
            Pattern.compile("\\b(?:will|would|shall|won't|plan(?:s|ned|ning)? to|offer(?:s|ed)? to"
                    + "|intend(?:s|ed)? to|aim(?:s|ed)? (?:to|for)|seek(?:s)? to|prepared to|ready to|expected to|due to (?=\\w+ (?:on|in|by))"
                    + "|scheduled (?:to|for)|set to|going to|vow(?:s|ed)? to|pledge[sd]? to|promise[sd]? to|agreed to|hopes? to|wants? to"
                    + "|propose[sd]?|is to|are to)\\b");

    private Modalities() {}

    static Modality of(String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        if (POSSIBLE.matcher(lower).find()) {
            return Modality.POSSIBLE;
        }
        return PLAN.matcher(lower).find() ? Modality.PLAN : Modality.FACT;
    }
}
