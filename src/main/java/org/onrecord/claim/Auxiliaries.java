package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells "had said" from "had doubts", as the part-of-speech model often takes the auxiliary for a verb of its own, and
 * where the group of a verb begins.
 */
final class Auxiliaries {
    private static final int NEAR = 3;

    private Auxiliaries() {}

    /** The sentence with its auxiliaries tagged as such. */
    static Unit mend(Unit sentence) {
        List<Token> mended = new ArrayList<>(sentence.tokens());
        for (int i = 0; i < mended.size(); i++) {
            Token token = sentence.at(i);
            if (token.tag().equals("VERB") && isHave(token) && beforeParticiple(sentence, i + 1)) {
                mended.set(i, token.tagged("AUX"));
            }
        }
        return sentence.withTokens(mended);
    }

    /** Where the group of a verb begins: "has since put" at "has", but not before {@code from}. */
    static int groupStart(Unit unit, int verb, int from) {
        int start = verb;
        while (start > from
                && (unit.at(start - 1).tag().equals("AUX")
                        || unit.at(start - 1).tag().equals("ADV"))) {
            start--;
        }
        return start;
    }

    static boolean isHave(Token token) {
        return token.is("had") || token.is("has") || token.is("have") || token.is("having");
    }

    private static boolean beforeParticiple(Unit sentence, int from) {
        for (int i = from; i < from + NEAR; i++) {
            Token token = sentence.at(i);
            if (token.tag().equals("VERB")) {
                return !token.lower().endsWith("ing");
            }
            if (!token.tag().equals("ADV") && !token.is("not") && !token.is("n't")) {
                return false;
            }
        }
        return false;
    }
}
