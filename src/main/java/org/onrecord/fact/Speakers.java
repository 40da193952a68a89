package org.onrecord.fact;

import java.util.Set;

/** What words of a source's name and description tell of it. All are as {@link Words#telling} gives them. */
final class Speakers {
    /** Called so, somebody holds an office or a post, and is a person. */
    static final Set<String> POSTS = Set.of(
            ("minister president premier chancellor governor mayor chair chairman chairwoman chairperson head chief"
                            + " director secretary leader speaker spokesman spokeswoman spokesperson general colonel"
                            + " major captain admiral lieutenant sergeant commander commissioner ambassador envoy"
                            + " senator representative judge justice prosecutor attorney professor dr doctor mr mrs ms"
                            + " sir lord lady king queen prince princess sheikh bishop pope cardinal economist analyst"
                            + " strategist officer deputy vice prime manager founder owner ceo executive editor coach"
                            + " presiding senior adviser advisor operator opposition heads leads led chairs runs")
                    .split(" "));

    /** Held by one at a time, so that the post alone says who it is. */
    static final Set<String> UNIQUE_POSTS =
            Set.of("minister", "president", "premier", "chancellor", "governor", "mayor", "king", "queen", "pope");

    /** What institutions are called. */
    static final Set<String> INSTITUTIONS = Set.of(
            ("ministry department bank commission office authority authorities party union agency institute institution"
                            + " court police army navy force forces government council committee association company"
                            + " corporation corp inc ltd plc group firm hospital coalition parliament senate congress"
                            + " assembly university college school front movement federation league organisation"
                            + " organization foundation fund centre center board service services mission embassy"
                            + " church club airline airlines lines railways nations state states republic kingdom"
                            + " house mortuary prosecutors officials lawmakers news wire times post tribune press"
                            + " herald daily mirror radio television tv broadcaster newspaper")
                    .split(" "));

    /** Called so and by no name, somebody is not to be known. */
    static final Set<String> NOBODY = Set.of(
            ("official officials source sources person people diplomat diplomats aide aides member members employee"
                            + " employees worker workers witness witnesses lawmaker lawmakers inspector insider"
                            + " insiders resident residents user users expert experts analyst analysts trader traders"
                            + " man woman participant participants negotiator negotiators")
                    .split(" "));

    /** What speaks in somebody's name and has none of its own. */
    static final Set<String> NAMELESS = Set.of(
            "statement", "communique", "release", "announcement", "party", "company", "group", "firm", "movement");

    /** So many of them are nobody in particular. */
    static final Set<String> QUANTIFIERS = Set.of(
            ("one two three four five six seven eight nine ten some many most all both several few half neither each"
                            + " another others")
                    .split(" "));

    private static final Set<String> JOINTS =
            Set.of("who", "which", "whose", "that", "own", "his", "her", "its", "their");

    private Speakers() {}

    /** Whether a word says where somebody belongs, and not only which post they hold. */
    static boolean tellsWhere(String word) {
        return !POSTS.contains(word) && !JOINTS.contains(word);
    }
}
