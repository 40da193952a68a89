package org.onrecord.statement;

import java.util.List;

/** Tells how old somebody is from what is counted: "a 27-year-old", "aged 27", "Ida Harker, 27,". */
final class Ages {
    private static final int OLDEST = 120;

    private Ages() {}

    /** Whether the number at tokens {@code at} to before {@code next} is of years of age. */
    static boolean isAge(List<Token> tokens, int at, int next) {
        String behind = Numbers.lower(tokens, next);
        if (behind.matches("years?") && Numbers.lower(tokens, next + 1).equals("old")) {
            return true;
        }
        return Numbers.lower(tokens, at - 1).matches("aged?") || isApposition(tokens, at, next);
    }

    /** Between a name and a comma: a number of anything else would have its noun behind it. */
    private static boolean isApposition(List<Token> tokens, int at, int next) {
        String number = Numbers.lower(tokens, at);
        return at >= 2
                && number.matches("\\d{1,3}")
                && Integer.parseInt(number) <= OLDEST
                && Numbers.lower(tokens, at - 1).matches("[,(]")
                && tokens.get(at - 2).capital()
                && Numbers.lower(tokens, next).matches("[,)]");
    }
}
