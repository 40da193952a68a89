package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads denials that point back: "There is no such plan" and "That is a lie" deny what was claimed just before, "withdrew
 * its figure of 31" a number that was given.
 */
final class Rebuttals {
    private static final Pattern NO_SUCH = Pattern.compile(
            "(?:there (?:is|was|are|were|has been|had been|have been) )?no such [\\p{L}-]+(?: [\\p{L}-]+){0,3}");
    private static final Pattern UNTRUE = Pattern.compile(
            "(?:that|this|it) (?:is|was|'s) "
                    + "(?:simply |just |completely |absolutely |totally |entirely |quite |all )?"
                    + "(?:not true|untrue|false|a lie|lies|nonsense|wrong|rubbish|incorrect|fiction|invented|made up|a fabrication)");

    private static final Pattern TAKEN_BACK = Pattern.compile("(?:its|their|his|her) (?:\\p{L}+ ){1,3}of (.+)");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(?:\\d[\\d.,]*(?<![.,])|"
            + "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\p{L}+)?|two|three|four|five|six|seven|eight|nine|"
            + "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\\b");
    /** How many claims further up a number may stand. */
    private static final int REACH = 4;

    private Rebuttals() {}

    /** The claims of an article, ascending, with what each denial of the one before it denies. */
    static List<Claim> read(String body, List<Claim> claims) {
        List<Claim> read = new ArrayList<>();
        for (Claim claim : claims) {
            boolean rebuts = claim.source().isPresent()
                    && !read.isEmpty()
                    && rebuts(claim.proposition())
                    && precedes(body, last(read), claim)
                    && !isOwn(last(read), claim);
            read.add(rebuts ? claim.denying(last(read).proposition()) : takenBack(claim, read));
        }
        return read;
    }

    /** "withdrew its figure of 31" after "23 have died": denies that 31 have died. */
    private static Claim takenBack(Claim claim, List<Claim> before) {
        Matcher figure = TAKEN_BACK.matcher(claim.proposition());
        Matcher number = NUMBER.matcher(claim.proposition());
        if (claim.stance() == Stance.ASSERTS || !figure.matches() || !number.find(figure.start(1))) {
            return claim;
        }
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - REACH); i--) {
            Matcher other = NUMBER.matcher(before.get(i).proposition());
            if (other.results().count() == 1) {
                return claim.denying(other.replaceFirst(number.group()));
            }
        }
        return claim;
    }

    private static Claim last(List<Claim> claims) {
        return claims.get(claims.size() - 1);
    }

    private static boolean rebuts(String words) {
        String lower = words.toLowerCase(Locale.ROOT).replace('’', '\'').replaceFirst("\\W+$", "");
        return NO_SUCH.matcher(lower).matches() || UNTRUE.matcher(lower).matches();
    }

    /** Whether one ends before the other begins, in its paragraph. */
    private static boolean precedes(String body, Claim before, Claim claim) {
        List<Span> spans = before.content().spans();
        int end = spans.get(spans.size() - 1).end();
        int start = claim.content().spans().get(0).start();
        return end <= start && body.substring(end, start).indexOf('\n') < 0;
    }

    /** Nobody rebuts what they have just said themselves, and who has just denied it need not do so again. */
    private static boolean isOwn(Claim before, Claim claim) {
        return before.source().map(Source::resolved).equals(claim.source().map(Source::resolved));
    }
}
