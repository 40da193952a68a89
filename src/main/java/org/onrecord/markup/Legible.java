package org.onrecord.markup;

import java.util.Locale;
import java.util.Optional;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;

/** Words of an article, and of the program about it, as a person may safely be shown them. */
final class Legible {
    private Legible() {}

    /**
     * The text with white space and control characters as spaces, half a surrogate pair as U+FFFD, and without the
     * characters that turn the direction of what follows: an article must not rearrange what is said about it.
     */
    static String of(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                legible.append(' ');
            } else if (Character.getType(c) == Character.SURROGATE) {
                legible.append('\uFFFD');
            } else if (!turnsDirection(c)) {
                legible.appendCodePoint(c);
            }
        });
        return legible.toString();
    }

    private static boolean turnsDirection(int c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    /** A constant as words: {@code OWN_VOICE} as "own voice". */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Who stands behind a claim, with whoever is further out in a nested attribution first. */
    static String speaker(Claim claim) {
        String own = claim.source()
                .map(source -> of(source.resolved()))
                .orElse(claim.kind() == ClaimKind.OWN_VOICE ? "own voice" : "nobody named");
        return claim.chain().stream().map(outer -> of(outer) + " → ").reduce("", String::concat) + own;
    }

    static Optional<String> cue(Claim claim) {
        return claim.cue().map(cue -> "“" + of(cue.text()) + "”");
    }

    /** "1 claim", "2 claims". */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** How likely the claim is right. */
    static String confidence(Claim claim) {
        return Math.round(100 * claim.confidence()) + " %";
    }
}
