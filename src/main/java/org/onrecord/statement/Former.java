package org.onrecord.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells numbers that a text gives as no longer true from those it gives as current: "four, down from seven", "its
 * earlier figure of 61.4 percent", "raised to 4.75 from 4.5". Reads only a few words around the number.
 */
final class Former {
    private static final int PHRASE = 6;
    private static final int CLAUSE = 14;

    private static final Set<String> CHANGES = words("up down rise rises rose risen rising fall falls fell fallen"
            + " falling cut cuts cutting lift lifts lifted lifting raise raises raised raising increase increases"
            + " increased increasing decrease decreased decreasing grow grew grown growing drop drops dropped dropping"
            + " climb climbed climbing slip slipped slipping jump jumped jumping surge surged soared plunged tumbled"
            + " slid lower lowered lowering slash slashed slashing trim trimmed reduce reduced reducing narrowed"
            + " widened eased edged improved revise revised revising upgraded downgraded change changed moved shrank"
            + " shrunk declined swelled dipped quickened slowed accelerated strengthened weakened firmed crept gained"
            + " corrected adjusted updated hiked hike");
    private static final Set<String> OLDER = words("earlier previous prior initial original preliminary former");
    private static final Set<String> FIRST =
            words("previously initially originally earlier wrongly incorrectly" + " mistakenly erroneously");
    private static final Set<String> GIVING = words("put give gives gave given report reported say said estimate"
            + " estimated count counted announce announced forecast predict predicted project projected expect expected"
            + " state stated set stood reads read");
    private static final Set<String> GIVING_UP = words("withdrew withdraw withdraws withdrawn withdrawing retract"
            + " retracted retracting replace replaces replaced replacing scrap scrapped abandoned");
    private static final Set<String> RELATIVES = words("which who");
    private static final Set<String> BY_OR_WITH = words("by with to from into");
    private static final Set<String> SKIPPED = words("a an the its his her their some about around nearly almost"
            + " roughly just over under than more less least most at an earlier previous initial original prior");
    private static final Set<String> PERIODS =
            words("year years month months week weeks day days hour hours quarter minute minutes");

    private final List<Token> tokens;
    private final int at;
    private final int next;

    private Former(List<Token> tokens, int at, int next) {
        this.tokens = tokens;
        this.at = at;
        this.next = next;
    }

    /** Whether the number at tokens {@code at} to {@code next}, of {@code unit}, is given as no longer true. */
    static boolean is(List<Token> tokens, int at, int next, String unit) {
        Former number = new Former(tokens, at, next);
        return number.isLeft()
                || number.isInsteadOf()
                || number.isCalledOld()
                || number.isGivenUp()
                || (!PERIODS.contains(unit) && number.isFollowedByBefore());
    }

    /** "Down from seven", "to 0.8 from 1.2"; but not "protesters from 20 towns" or "from two to five years". */
    private boolean isLeft() {
        int before = beforeNumber();
        if (!word(before).equals("from")) {
            return false;
        }
        for (int i = before - 1; i >= 0 && i >= before - CLAUSE; i--) {
            boolean toNumber = tokens.get(i).is(Token.Kind.NUMBER)
                    && before - i <= PHRASE
                    && word(i - 1).equals("to");
            if (toNumber || CHANGES.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "12 and not 20", "rather than six", "compared with 4.5". */
    private boolean isInsteadOf() {
        int before = beforeNumber();
        String last = word(before);
        String behind = word(before - 1);
        return (last.equals("than") && behind.equals("rather"))
                || (last.equals("of") && behind.equals("instead"))
                || (last.matches("with|to") && behind.equals("compared"))
                || (last.equals("not") && (behind.equals("and") || followedByBut()));
    }

    private boolean followedByBut() {
        for (int i = next; i < tokens.size() && i < next + PHRASE; i++) {
            if (word(i).equals("but")) {
                return true;
            }
        }
        return false;
    }

    /** "Its earlier figure of 61.4", "had initially reported 12", "which had put it at 54". */
    private boolean isCalledOld() {
        boolean giving = false;
        boolean had = false;
        for (int i = at - 1; i >= 0 && i >= at - PHRASE && inPhrase(i); i--) {
            String word = word(i);
            boolean qualifies = OLDER.contains(word) && i + 1 < at && !PERIODS.contains(word(i + 1));
            if (qualifies
                    && (word(i - 1).matches("an?|the|its|his|her|their")
                            || word(i + 2).equals("of"))) {
                return true;
            }
            if (FIRST.contains(word) && (giving || GIVING.contains(word(i - 1)) || i == at - 1)) {
                return !word.equals("earlier") || giving || had(i);
            }
            if (RELATIVES.contains(word) && had && giving) {
                return true;
            }
            giving |= GIVING.contains(word);
            had |= word.equals("had");
        }
        return false;
    }

    private boolean had(int from) {
        return word(from - 1).equals("had") || word(from - 2).equals("had");
    }

    /** "Withdrew its figure of 31"; soldiers are withdrawn too, so that only what is a figure counts. */
    private boolean isGivenUp() {
        for (int i = at - 1; i >= 0 && i >= at - PHRASE && inPhrase(i); i--) {
            if (BY_OR_WITH.contains(word(i))) {
                return false;
            }
            if (GIVING_UP.contains(word(i))) {
                return word(beforeNumber()).equals("of");
            }
        }
        return false;
    }

    /** "9.09 per euro earlier", "1.2 percent a year ago", "45 percent before". */
    private boolean isFollowedByBefore() {
        for (int i = next; i < tokens.size() && i < next + 4 && inPhrase(i); i++) {
            boolean period = PERIODS.contains(word(i)) && word(i - 1).matches("an?|one");
            if (word(i).equals("previously")
                    || (word(i).equals("earlier") && ends(i + 1))
                    || (period && word(i + 1).matches("ago|before|earlier"))) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(int index) {
        return index >= tokens.size()
                || tokens.get(index).is(Token.Kind.STOP)
                || word(index).equals("and");
    }

    private int beforeNumber() {
        int i = at - 1;
        while (i >= 0
                && SKIPPED.contains(word(i))
                && !(word(i).equals("than") && word(i - 1).equals("rather"))) {
            i--;
        }
        return i;
    }

    private boolean inPhrase(int index) {
        return !tokens.get(index).is(Token.Kind.STOP) && !tokens.get(index).is(Token.Kind.NUMBER);
    }

    private String word(int index) {
        return index < 0 ? "" : Numbers.lower(tokens, index);
    }

    private static Set<String> words(String list) {
        return Set.of(Arrays.stream(list.split(" ", -1)).distinct().toArray(String[]::new));
    }
}
