package org.onrecord.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.onrecord.statement.Comparison.Slot;

/** Which quantity of one sketch fills the same slot as which of another. */
final class Slots {
    private static final Set<String> PEOPLE = Set.of(
            "person",
            "man",
            "woman",
            "soldier",
            "troop",
            "life",
            "civilian",
            "worker",
            "protest",
            "resid",
            "victim",
            "migrant",
            "passeng",
            "forc",
            "casualti",
            "dead",
            "kill",
            "injur",
            "wound",
            "hurt",
            "youth",
            "child",
            "death",
            "ill",
            "sick",
            "infect",
            "patient",
            "evacue");

    private static final Set<String> ANYBODY = Set.of(
            "", "person", "dead", "injured", "wounded", "hurt", "ill", "sick", "victim", "life", "casualty", "death");

    private static final BigDecimal TELLING = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal ROUNDED = BigDecimal.valueOf(20);
    private static final BigDecimal CONVERTED = BigDecimal.valueOf(12);

    private final List<Quantity> a;
    private final List<Quantity> b;
    private final BitSet usedA = new BitSet();
    private final BitSet usedB = new BitSet();
    private final List<Slot> slots = new ArrayList<>();

    private Slots(List<Quantity> a, List<Quantity> b) {
        this.a = a;
        this.b = b;
    }

    /** Values that agree find each other first; then what is left of one unit. */
    static List<Slot> align(List<Quantity> a, List<Quantity> b) {
        return new Slots(a, b).all();
    }

    /** The slots of {@code all}, aligned anew without what is no longer true: what is down from seven is not seven. */
    static List<Slot> current(List<Quantity> a, List<Quantity> b, List<Slot> all) {
        Slots slots = new Slots(a, b);
        mark(a, slots.usedA);
        mark(b, slots.usedB);
        return slots.usedA.isEmpty() && slots.usedB.isEmpty() ? all : slots.all();
    }

    private static void mark(List<Quantity> quantities, BitSet used) {
        for (int i = 0; i < quantities.size(); i++) {
            used.set(i, quantities.get(i).former());
        }
    }

    private List<Slot> all() {
        pair(true, true);
        pair(true, false);
        pair(false, true);
        pair(false, false);
        slots.sort(Comparator.comparingInt(Slot::a));
        return slots;
    }

    private void pair(boolean agree, boolean sameUnit) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size() && !usedA.get(i); j++) {
                Quantity x = a.get(i);
                Quantity y = b.get(j);
                boolean units = sameUnit ? x.unit().equals(y.unit()) : compatible(x.unit(), y.unit());
                if (!usedB.get(j) && units && agree(x, y) == agree) {
                    usedA.set(i);
                    usedB.set(j);
                    slots.add(new Slot(i, j, agree));
                }
            }
        }
    }

    private static boolean compatible(String x, String y) {
        String one = Words.concept(x);
        String other = Words.concept(y);
        if (Terms.FATES.contains(one) && Terms.FATES.contains(other) && !one.equals(other)) {
            return false;
        }
        return one.equals(other)
                || Measures.areOfOneKind(x, y)
                || (PEOPLE.contains(Words.stem(x)) && PEOPLE.contains(Words.stem(y)))
                || (x.isEmpty() && !isMeasure(y))
                || (y.isEmpty() && !isMeasure(x));
    }

    /** Whether two quantities can be of the same people: soldiers and people, but not soldiers and workers. */
    static boolean oneCount(Quantity x, Quantity y) {
        boolean anybody = ANYBODY.contains(x.unit()) || ANYBODY.contains(y.unit());
        return x.unit().equals(y.unit()) || (anybody && compatible(x.unit(), y.unit()));
    }

    /** Whether one number that hardly comes up twice is given by both, whatever each calls what it counts. */
    static boolean shareTelling(List<Quantity> a, List<Quantity> b) {
        return a.stream()
                .anyMatch(x -> x.value().compareTo(TELLING) >= 0
                        && b.stream().anyMatch(y -> x.value().compareTo(y.value()) == 0));
    }

    /** Of a number that need not be round, at most 3: 3 of 61.4 or 205, 1 of 7 or 2,000. */
    static int digits(Quantity quantity) {
        return Math.min(3, quantity.value().stripTrailingZeros().precision());
    }

    private static boolean isMeasure(String unit) {
        return unit.equals(Quantity.SCORE)
                || unit.equals(Quantity.AGE)
                || unit.equals("%")
                || unit.equals("usd")
                || unit.equals("eur")
                || unit.equals("gbp");
    }

    /**
     * Hedged values agree within a twentieth, and so do exact ones when the finer rounds to the coarser; of two units
     * within a twelfth, since either may have been rounded; votes and goals whichever side is named first.
     */
    static boolean agree(Quantity x, Quantity y) {
        BigDecimal p = x.value();
        BigDecimal q = y.value();
        if (Measures.areOfOneKind(x.unit(), y.unit())) {
            return areNear(Measures.convert(x, y.unit()), q, CONVERTED);
        }
        if (p.compareTo(q) == 0) {
            return true;
        }
        if (x.unit().equals(Quantity.SCORE) && y.unit().equals(Quantity.SCORE)) {
            return x.turned().compareTo(q) == 0;
        }
        return areNear(p, q, ROUNDED) && (x.hedged() || y.hedged() || rounds(p, q));
    }

    private static boolean areNear(BigDecimal p, BigDecimal q, BigDecimal parts) {
        return p.subtract(q).abs().multiply(parts).compareTo(p.abs().max(q.abs())) <= 0;
    }

    /** Whether one is the other with fewer digits behind the point; of millions, with fewer at all. */
    private static boolean rounds(BigDecimal p, BigDecimal q) {
        boolean millions = p.min(q).compareTo(MILLION) >= 0;
        BigDecimal one = millions ? p.stripTrailingZeros() : p;
        BigDecimal other = millions ? q.stripTrailingZeros() : q;
        BigDecimal finer = one.scale() > other.scale() ? one : other;
        BigDecimal coarser = one.scale() > other.scale() ? other : one;
        return finer.scale() != coarser.scale()
                && finer.setScale(coarser.scale(), RoundingMode.HALF_UP).compareTo(coarser) == 0;
    }
}
