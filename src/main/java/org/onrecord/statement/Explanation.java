package org.onrecord.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two sketches compare as they do.
 *
 * @param guard what forbids that they are one
 * @param verdict what decided, in words
 * @param links whether the two would be candidates for one fact
 * @param aspects what agreed and what did not
 */
public record Explanation(Comparison comparison, Guard guard, String verdict, boolean links, List<Aspect> aspects) {
    public Explanation {
        aspects = List.copyOf(aspects);
    }

    /**
     * One thing that was compared.
     *
     * @param finding how the two stand in it: "agree", "differ", or a share in per cent
     * @param a what the first has of it, for a person; empty if nothing
     * @param b what the second has
     */
    public record Aspect(String name, String finding, String a, String b) {}

    static List<Aspect> aspects(Pair pair, Sketch a, Sketch b, List<Comparison.Slot> slots) {
        List<Aspect> aspects = new ArrayList<>();
        aspects.add(new Aspect("meaning", percent(pair.cosine), "", ""));
        aspects.add(
                new Aspect("words", percent(pair.dice), String.join(" ", a.lemmas()), String.join(" ", b.lemmas())));
        if (!a.names().isEmpty() || !b.names().isEmpty()) {
            boolean both = !a.names().isEmpty() && !b.names().isEmpty();
            String finding = !both ? "one side" : pair.namesApart > 0 ? "differ" : "agree";
            aspects.add(new Aspect("names", finding, String.join(", ", a.names()), String.join(", ", b.names())));
        }
        for (Comparison.Slot slot : slots) {
            aspects.add(new Aspect(
                    "quantity",
                    slot.agree() ? "agree" : "differ",
                    text(a.quantities().get(slot.a())),
                    text(b.quantities().get(slot.b()))));
        }
        if (slots.isEmpty() && !(a.quantities().isEmpty() && b.quantities().isEmpty())) {
            aspects.add(new Aspect(
                    "quantity",
                    pair.otherThings ? "of other things" : "one side",
                    all(a.quantities()),
                    all(b.quantities())));
        }
        if (!a.dates().isEmpty() || !b.dates().isEmpty()) {
            String finding = pair.datesAgree ? "agree" : pair.datesConflict ? "differ" : "undecided";
            aspects.add(new Aspect("dates", finding, String.join(", ", a.dates()), String.join(", ", b.dates())));
        }
        if (!a.negated().isEmpty() || !b.negated().isEmpty()) {
            aspects.add(new Aspect(
                    "negation",
                    pair.negation ? "differ" : "agree",
                    String.join(" ", a.negated()),
                    String.join(" ", b.negated())));
        }
        if (pair.antonyms) {
            aspects.add(new Aspect("antonyms", "differ", "", ""));
        }
        aspects.add(new Aspect("roles", pair.guard() == Guard.ROLES ? "swapped" : "agree", "", ""));
        if (!pair.isBare()) {
            aspects.add(new Aspect("context", pair.guard() == Guard.CONTEXT ? "differ" : "agree", "", ""));
        }
        return aspects;
    }

    private static String all(List<Quantity> quantities) {
        return String.join(", ", quantities.stream().map(Explanation::text).toList());
    }

    private static String text(Quantity quantity) {
        String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
        return (quantity.former() ? "no longer " : "") + (quantity.hedged() ? "about " : "") + quantity.text() + unit;
    }

    private static String percent(int thousandths) {
        return thousandths / 10 + " %";
    }
}
