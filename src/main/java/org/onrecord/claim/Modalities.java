package org.onrecord.claim;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells how firmly content is put, by its words. */
final class Modalities {
    /** The month is none. */
    private static final Pattern MAY = Pattern.compile(
            "\\bmay\\b|\\bM(?:ay|AY)\\b(?= (?!\\d)(?:not |also |have |be |soon |yet |\\p{Ll}{2,}))"
                    + "(?<!\\b(?:in|of|by|on|since|until|till|from|to|and|last|next|this|before|after|during|mid|late|early|IN|OF|BY|ON|SINCE|UNTIL|FROM|LAST|NEXT|THIS) .{3})");

    private static final Pattern POSSIBLE =
            Pattern.compile("\\b(?:might|could|possibly|perhaps|probably|likely|unlikely"
                    + "|reportedly|allegedly|rumou?r(?:s|ed)?|appears? to|seems? to|considering|weighing|mulling)\\b");

    private static final Pattern PLAN =
            Pattern.compile("\\b(?:will|would|shall|won't|plan(?:s|ned|ning)? to|offer(?:s|ed)? to"
                    + "|intend(?:s|ed)? to|aim(?:s|ed)? (?:to|for)|seek(?:s)? to|prepared to|ready to|expected to|due to (?=\\w+ (?:on|in|by))"
                    + "|scheduled (?:to|for)|set to|going to|vow(?:s|ed)? to|pledge[sd]? to|promise[sd]? to|agreed to|hopes? to|wants? to"
                    + "|propose[sd]?|is to|are to)\\b");

    private Modalities() {}

    static Modality of(String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        if (POSSIBLE.matcher(lower).find() || MAY.matcher(content).find()) {
            return Modality.POSSIBLE;
        }
        return PLAN.matcher(lower).find() ? Modality.PLAN : Modality.FACT;
    }
}
