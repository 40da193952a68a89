package org.onrecord.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads two numbers that are told together: "5-2", "five votes to two"; but not a range, as in "10-15 people". */
final class Scores {
    private static final int NEAR = 5;
    private static final Set<String> CONTESTS = Set.of(
            "vote",
            "votes",
            "voted",
            "voting",
            "ballot",
            "won",
            "win",
            "wins",
            "lost",
            "lose",
            "loses",
            "beat",
            "beaten",
            "defeat",
            "defeated",
            "victory",
            "score",
            "scored",
            "draw",
            "drew",
            "ruling",
            "ruled",
            "majority",
            "split",
            "decision");
    private static final Set<String> VOTES = Set.of("vote", "votes", "voted", "voting");

    private Scores() {}

    /** The score that starts at token {@code at}, if one does. */
    static Optional<Numbers.Read> read(List<Token> tokens, int at) {
        Optional<Integer> first = part(tokens, at);
        if (first.isEmpty() || Numbers.lower(tokens, at - 1).equals("-")) {
            return Optional.empty();
        }
        String joint = Numbers.lower(tokens, at + 1);
        boolean votes = VOTES.contains(joint) && Numbers.lower(tokens, at + 2).equals("to");
        int second = votes ? at + 3 : at + 2;
        boolean joined = joint.matches("[-–]") ? !isRange(tokens, at, first.get()) : isVote(tokens, at, joint, votes);
        return joined ? part(tokens, second).map(other -> score(first.get(), other, second + 1)) : Optional.empty();
    }

    private static Numbers.Read score(int first, int second, int next) {
        BigDecimal value = BigDecimal.valueOf(first).add(BigDecimal.valueOf(second, 3));
        return new Numbers.Read(new Quantity(value, Quantity.SCORE, false), next);
    }

    /** Ranges ascend and have a unit; scores mostly descend, and a contest is spoken of. */
    private static boolean isRange(List<Token> tokens, int at, int first) {
        String behind = Numbers.lower(tokens, at + 3);
        boolean unit = behind.matches("%|percent|pct|per|[-–]")
                || !Numbers.head(tokens, at + 3).isEmpty();
        boolean descends =
                part(tokens, at + 2).filter(second -> second <= first).isPresent();
        return !isContest(tokens, at, CONTESTS) && !CONTESTS.contains(behind) && (unit || !descends);
    }

    private static boolean isVote(List<Token> tokens, int at, String joint, boolean votes) {
        return votes || (joint.equals("to") && isContest(tokens, at, VOTES));
    }

    private static boolean isContest(List<Token> tokens, int at, Set<String> words) {
        for (int i = at - 1; i >= 0 && i >= at - NEAR && !tokens.get(i).is(Token.Kind.STOP); i--) {
            if (words.contains(tokens.get(i).lower())
                    && !Numbers.lower(tokens, at - 1).equals("from")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> part(List<Token> tokens, int at) {
        String word = Numbers.lower(tokens, at);
        return word.matches("\\d{1,3}")
                ? Optional.of(Integer.valueOf(word))
                : Optional.ofNullable(Numbers.SMALL.get(word)).filter(number -> !word.isEmpty());
    }
}
