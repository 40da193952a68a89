package org.onrecord.statement;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.statement.Comparison.Slot;

/** What two sketches share and where they part. */
final class Pair {
    private static final List<Set<String>> EXCLUSIVE =
            List.of(stems("kill injure"), stems("kill survive"), stems("offer accept"), stems("withdraw arrive"));
    private static final List<Set<String>> OPPOSITES = List.of(
            stems("rise fall"),
            stems("raise cut"),
            stems("accept reject"),
            stems("approve reject"),
            stems("win lose"),
            stems("confirm deny"),
            stems("guilty innocent"),
            stems("guilty acquit"),
            stems("legal illegal"),
            stems("lawful unlawful"),
            stems("open close"),
            stems("higher lower"),
            stems("support oppose"),
            stems("begin end"),
            stems("true false"));

    private static Set<String> stems(String words) {
        return Arrays.stream(words.split(" ", -1)).map(Words::concept).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the features, in the order of {@link #features()}, each with its {@link #SIGNS sign}. */
    static final List<String> FEATURES = List.of(
            "+cosine",
            "+dice",
            "+containedLess",
            "+containedMore",
            "+shared",
            "+sharedMost",
            "+sharedPlain",
            "+sharedPlainMost",
            "+sharedNames",
            "+count",
            "+plainDice",
            "weightLess",
            "weightMore",
            "wordsLess",
            "wordsMore",
            "lengths",
            "namesLess",
            "namesMore",
            "+namesShared",
            "-namesApart",
            "-namesApartMore",
            "+agreeing",
            "-differing",
            "-otherThings",
            "quantitiesLess",
            "quantitiesMore",
            "+datesAgree",
            "-datesConflict",
            "-opposite",
            "-inversions",
            "-namesTurned",
            "+trigrams",
            "+trigramsLess",
            "+trigramsMore",
            "+bigrams",
            "+bigramsLess",
            "+bigramsMore",
            "+openingLess",
            "+openingMore",
            "context",
            "toldTogether",
            "+ownDice",
            "+ownLess",
            "+ownMore",
            "+figures",
            "+oneSlot",
            "+oneSpeaker",
            "-rivals");

    /** Whether a feature may only raise the score (1), only lower it (-1), or both (0). */
    static final int[] SIGNS = FEATURES.stream()
            .mapToInt(name -> name.startsWith("+") ? 1 : name.startsWith("-") ? -1 : 0)
            .toArray();

    private static final BigDecimal ONE_EVENT = BigDecimal.valueOf(50);

    private static final int NO_NAMES = 300;
    /** Telling words of a sentence so short that every difference counts. */
    private static final int BRIEF = 12;

    /** Telling words beside which one word tells nothing. */
    private static final int FEW = 3;

    private static final int CLAUSE = 8;
    /** From which on two articles tell one story: thousandths of cosine, and what their names and topics add. */
    private static final int ONE_STORY = 730;
    /** The same of content that stands alone and an article. */
    private static final int OF_STORY = 640;

    private static final int NAMED = 150;
    private static final int TOPIC_PERCENT = 30;
    private static final int OTHER_DATES = 80;
    /** Of words that tell: what is left could only be one that negates. */
    private static final int NEARLY_ALL = 800;

    private final Sketch a;
    private final Sketch b;
    private final Terms as;
    private final Terms bs;
    private final Overlap overlap;
    final List<Slot> slots;
    /** The {@link #slots} of what is true now, of which facts keep values. */
    final List<Slot> current;

    final int cosine;
    final int dice;
    final int namesShared;
    final int namesApart;
    final int namesApartMore;
    /** How surely a name of one stands where another's, of its kind, stands in the other. */
    final Rivals rivals;

    final int plainDice;
    final int agreeing;
    final int differing;
    final boolean otherThings;
    final boolean datesAgree;
    final boolean datesConflict;
    final boolean negation;
    final boolean antonyms;
    final boolean exclusive;
    private final int context;
    private final boolean contextNamed;
    /** Whether headlines and leads tell one story, however they frame it: not this month's decision and the last one's. */
    private final boolean oneStory;

    /** The pair, whichever of the two is named first. */
    static Pair of(Sketch one, Sketch other) {
        return one.text().compareTo(other.text()) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }

    Pair(Sketch a, Sketch b) {
        this.a = a;
        this.b = b;
        as = a.terms();
        bs = b.terms();
        overlap = new Overlap(as, bs);
        cosine = Math.max(0, a.embedding().cosine(b.embedding()));
        dice = overlap.dice();
        plainDice = overlap.plainDice();

        BitSet lostA = unmatched(a, b);
        BitSet lostB = unmatched(b, a);
        int fewest = Math.min(a.names().size(), b.names().size());
        namesShared = Overlap.ratio(
                Math.min(a.names().size() - lostA.cardinality(), b.names().size() - lostB.cardinality()), fewest);
        namesApart = Math.min(lostA.cardinality(), lostB.cardinality());
        namesApartMore = Math.max(lostA.cardinality(), lostB.cardinality());
        rivals = rivals(lostA, lostB);

        slots = Slots.align(a.quantities(), b.quantities());
        current = Slots.current(a.quantities(), b.quantities(), slots);
        agreeing = (int) slots.stream().filter(Slot::agree).count();
        differing = slots.size() - agreeing;
        otherThings = slots.isEmpty()
                && !a.quantities().isEmpty()
                && !b.quantities().isEmpty()
                && !Slots.shareTelling(a.quantities(), b.quantities());

        datesAgree = a.dates().stream().anyMatch(x -> b.dates().stream().anyMatch(y -> Dates.agree(x, y)));
        datesConflict = conflict(a.dates(), b.dates());
        boolean one = (negates(a, b) || negates(b, a)) && Math.max(dice, plainDice) >= 400;
        boolean odd = (as.negations + bs.negations) % 2 == 1;
        negation = one || (dice >= NEARLY_ALL && odd && !negatesMore(a, b) && !negatesMore(b, a));
        antonyms = parted(OPPOSITES);
        exclusive = parted(EXCLUSIVE);
        context = isBare() ? 0 : context();
        contextNamed = !isBare() && contextNamed();
        oneStory = oneStory();
    }

    /** Why the two cannot be one however close their words are; {@link Guard#NONE} if nothing forbids it. */
    Guard guard() {
        int longer = Math.max(a.lemmas().size(), b.lemmas().size());
        boolean brief = longer <= BRIEF;
        if ((exclusive && longer <= CLAUSE) || undone(as, bs) || undone(bs, as)) {
            return Guard.OUTCOME;
        }
        if (otherLabel() || otherNames(brief)) {
            return Guard.ACTORS;
        }
        if ((datesConflict && (plainDice >= 600 || brief)) || longAgo(as, b) || longAgo(bs, a)) {
            return Guard.DATES;
        }
        if (((otherThings || otherOrdinal()) && brief && plainDice >= 600) || otherGauge()) {
            return Guard.COUNTED;
        }
        if (dice >= 850
                && namesTurned()
                && a.text().contains(" by ") == b.text().contains(" by ")) {
            return Guard.ROLES;
        }
        if (saysLittle(a, b) || saysLittle(b, a)) {
            return Guard.LITTLE;
        }
        return contextAgrees() ? Guard.NONE : Guard.CONTEXT;
    }

    /** "as expected", "dated May 14": of a sentence that has none of its words it could be anything. */
    private boolean saysLittle(Sketch one, Sketch other) {
        return one.terms().stems.size() <= 1
                && one.names().isEmpty()
                && one.quantities().isEmpty()
                && other.terms().stems.size() > FEW
                && overlap.count() == 0;
    }

    boolean opposite() {
        return negation || antonyms;
    }

    private boolean otherNames(boolean brief) {
        boolean close = plainDice >= 850 || (namesShared == 0 && brief && plainDice >= 600);
        return rivals == Rivals.SURE || (rivals != Rivals.NONE && close);
    }

    /** "Warehouse 9" and "Warehouse 15". */
    private boolean otherLabel() {
        for (String label : as.labels) {
            String thing = label.substring(0, label.indexOf(Normaliser.LABEL) + 1);
            if (!bs.labels.contains(label) && bs.labels.stream().anyMatch(other -> other.startsWith(thing))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one opens with a year, to tell of another time, and the other has no such year. */
    private static boolean longAgo(Terms one, Sketch other) {
        return !one.openingYear.isEmpty()
                && other.dates().stream().noneMatch(date -> Dates.agree(one.openingYear, date));
    }

    /** Whether the one has yet to be done and the other is: "offered to resign" and "resigned". */
    private static boolean undone(Terms one, Terms other) {
        return !other.open && !Collections.disjoint(one.undone, other.stems);
    }

    /** Turnout and a share of the vote, core inflation and inflation. */
    private boolean otherGauge() {
        return !as.gauges.isEmpty()
                && !bs.gauges.isEmpty()
                && (Collections.disjoint(as.gauges, bs.gauges) || !as.gaugeParts.equals(bs.gaugeParts))
                && slots.stream()
                        .anyMatch(slot -> a.quantities().get(slot.a()).unit().equals("%"));
    }

    /** "The first round" and "the second round". */
    private boolean otherOrdinal() {
        return !as.ordinals.isEmpty() && !bs.ordinals.isEmpty() && Collections.disjoint(as.ordinals, bs.ordinals);
    }

    /** Content that carries a context agrees with what shares enough of it. */
    private boolean contextAgrees() {
        if (a.context().isPresent() && b.context().isPresent()) {
            return oneStory;
        }
        return isBare() || closeness() >= OF_STORY;
    }

    /** Whether nothing is known of the article of either. */
    boolean isBare() {
        return a.context().isEmpty() && b.context().isEmpty();
    }

    private boolean oneStory() {
        if (a.context().isEmpty() || b.context().isEmpty()) {
            return false;
        }
        Sketch.Context one = a.context().get();
        Sketch.Context other = b.context().get();
        return closeness() - (conflict(one.dates(), other.dates()) ? OTHER_DATES : 0) >= ONE_STORY;
    }

    /** Of the articles; of what stands alone for itself, where it has none. */
    private int closeness() {
        Embedding one = a.context().map(Sketch.Context::embedding).orElse(a.embedding());
        Embedding other = b.context().map(Sketch.Context::embedding).orElse(b.embedding());
        return one.cosine(other) + context * TOPIC_PERCENT / 100 + (contextNamed ? NAMED : 0);
    }

    /** How much of the poorer topic two contexts share, or how much of content that stands alone the other's has. */
    private int context() {
        if (a.context().isPresent() && b.context().isPresent()) {
            Set<String> both = new HashSet<>(a.context().get().topic());
            both.retainAll(b.context().get().topic());
            int least = Math.min(
                    weight(a.context().get().topic()), weight(b.context().get().topic()));
            return Overlap.ratio(weight(both), least);
        }
        Sketch alone = a.context().isPresent() ? b : a;
        Set<String> both = new HashSet<>(alone.terms().stems);
        both.retainAll(a.context().or(b::context).orElseThrow().topic());
        return Overlap.ratio(weight(both), alone.terms().weight);
    }

    private boolean contextNamed() {
        List<String> one = a.context().map(Sketch.Context::names).orElse(a.names());
        List<String> other = b.context().map(Sketch.Context::names).orElse(b.names());
        return one.stream().anyMatch(n -> other.stream().anyMatch(m -> Names.agree(n, m)));
    }

    private static BitSet unmatched(Sketch x, Sketch y) {
        BitSet lost = new BitSet();
        for (int i = 0; i < x.names().size(); i++) {
            lost.set(i, !matched(x.names().get(i), x.terms().nameStems.get(i), y));
        }
        return lost;
    }

    /** The surest of the names that stand in one place, such as before "was arrested", and are not in the other's text. */
    private Rivals rivals(BitSet lostA, BitSet lostB) {
        Rivals most = Rivals.NONE;
        for (int i = 0; i < a.names().size(); i++) {
            for (int j = 0; j < b.names().size(); j++) {
                boolean lost = lostA.get(i) && lostB.get(j);
                if (lost ? as.places[i].isLike(bs.places[j]) : areOfOtherNations(i, j)) {
                    Rivals these = Rivals.of(a.names().get(i), b.names().get(j));
                    most = these.compareTo(most) > 0 ? these : most;
                }
            }
        }
        return most;
    }

    /** "British climber" and "Australian climber", wherever else Australia is named. */
    private boolean areOfOtherNations(int i, int j) {
        int bearer = as.places[i].after();
        return bearer != 0
                && bearer == bs.places[j].after()
                && (Nations.isPeople(a.names().get(i))
                        || Nations.isPeople(b.names().get(j)))
                && Nations.of(a.names().get(i)).isPresent()
                && Nations.of(b.names().get(j)).isPresent()
                && noneBears(b.names().get(j), a, bearer)
                && noneBears(a.names().get(i), b, bearer);
    }

    private static boolean noneBears(String name, Sketch sketch, int bearer) {
        for (int i = 0; i < sketch.names().size(); i++) {
            if (sketch.terms().places[i].after() == bearer
                    && Names.agree(name, sketch.names().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matched(String name, List<String> stems, Sketch other) {
        for (String its : other.names()) {
            if (Names.agree(name, its)) {
                return true;
            }
        }
        return other.terms().stems.containsAll(stems) || other.terms().initials.spell(name);
    }

    private static boolean conflict(List<String> dates, List<String> others) {
        return unmet(dates, others) && unmet(others, dates);
    }

    /** Whether a date is none of the others, of which some are comparable. */
    private static boolean unmet(List<String> dates, List<String> others) {
        return dates.stream()
                .anyMatch(date -> others.stream().anyMatch(other -> Dates.comparable(date, other))
                        && others.stream().noneMatch(other -> Dates.agree(date, other)));
    }

    /** What the one negates the other says. */
    private static boolean negates(Sketch x, Sketch y) {
        return y.terms().negations == 0 && x.negated().stream().anyMatch(y.terms().stems::contains);
    }

    /** What the one negates the other does not speak of. */
    private static boolean negatesMore(Sketch x, Sketch y) {
        return !x.negated().isEmpty() && Collections.disjoint(x.negated(), y.terms().stems);
    }

    private boolean parted(List<Set<String>> sets) {
        for (Set<String> set : sets) {
            if (only(set, as, bs) && only(set, bs, as)) {
                return true;
            }
        }
        return false;
    }

    private static int like(String name, List<String> names) {
        int same = names.indexOf(name);
        for (int i = 0; same < 0 && i < names.size(); i++) {
            same = Names.agree(name, names.get(i)) ? i : same;
        }
        return same;
    }

    private static boolean only(Set<String> set, Terms one, Terms other) {
        for (String word : set) {
            if (one.stems.contains(word) && !other.stems.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two names stand the other way round, each where the other stood: what a clause takes along stays put. */
    private boolean namesTurned() {
        for (int i = 0; i < a.names().size(); i++) {
            for (int j = 0; j < i; j++) {
                int one = like(a.names().get(j), b.names());
                int two = like(a.names().get(i), b.names());
                if (two >= 0
                        && one > two
                        && !(as.areListed(j, i) && bs.areListed(two, one))
                        && (as.places[j].isLike(bs.places[two]) || as.places[i].isLike(bs.places[one]))
                        && (as.places[j].touchesLike(bs.places[two]) || as.places[i].touchesLike(bs.places[one]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int weight(Iterable<String> stems) {
        int sum = 0;
        for (String stem : stems) {
            sum += Words.weight(stem);
        }
        return sum;
    }

    /** What the learned trees ask about, in whole numbers; symmetric in the two sketches. */
    int[] features() {
        boolean named = !a.names().isEmpty() && !b.names().isEmpty();
        int bigrams = as.sharedBigrams(bs);
        int trigrams = as.sharedTrigrams(bs);
        Filler f = new Filler();
        f.add(cosine, dice);
        f.both(Overlap.ratio(overlap.shared, as.weight), Overlap.ratio(overlap.shared, bs.weight));
        f.add(overlap.shared, overlap.sharedMost, overlap.sharedPlain, overlap.sharedPlainMost, overlap.sharedNames);
        f.add(overlap.count(), plainDice);
        f.both(as.weight, bs.weight);
        f.both(as.words, bs.words);
        f.add(Overlap.ratio(Math.min(as.weight, bs.weight), Math.max(as.weight, bs.weight)));
        f.both(a.names().size(), b.names().size());
        f.add(named ? namesShared : NO_NAMES, namesApart, namesApartMore);
        f.add(agreeing, differing, otherThings ? 1 : 0);
        f.both(a.quantities().size(), b.quantities().size());
        f.add(datesAgree ? 1 : 0, datesConflict ? 1 : 0, opposite() ? 1 : 0);
        f.add(overlap.inversions(), namesTurned() ? 1 : 0);
        f.add(Overlap.ratio(2 * trigrams, as.trigramCount + bs.trigramCount));
        f.both(Overlap.ratio(trigrams, as.trigramCount), Overlap.ratio(trigrams, bs.trigramCount));
        f.add(Overlap.ratio(2 * bigrams, as.bigrams.length + bs.bigrams.length));
        f.both(Overlap.ratio(bigrams, as.bigrams.length), Overlap.ratio(bigrams, bs.bigrams.length));
        f.both(Overlap.ratio(overlap.openingA, as.openingWeight), Overlap.ratio(overlap.openingB, bs.openingWeight));
        f.add(context, isBare() ? 0 : contextNamed ? 2 : 1);
        f.add(Overlap.ratio(2 * overlap.sharedOwn, overlap.ownA + overlap.ownB));
        f.both(Overlap.ratio(overlap.sharedOwn, overlap.ownA), Overlap.ratio(overlap.sharedOwn, overlap.ownB));
        f.add(figures(), countsVictims() || countsBarely() || differsInOnePoint() ? 1 : 0);
        f.add(oneSpeaker() ? 1 : 0, rivals.rank());
        return f.values;
    }

    /** How telling the most telling number is that both give: "61.4 %" tells more than "two". */
    private int figures() {
        int most = 0;
        for (Slot slot : slots) {
            Quantity x = a.quantities().get(slot.a());
            if (slot.agree()) {
                boolean unit = !x.unit().isEmpty()
                        && x.unit().equals(b.quantities().get(slot.b()).unit());
                most = Math.max(most, 2 * Slots.digits(x) + (unit ? 1 : 0));
            }
        }
        return most;
    }

    /** Whether both count victims of one kind in one story: one slot whatever words tell of it. */
    private boolean countsVictims() {
        return !slots.isEmpty()
                && namesApart == 0
                && (contextNamed || oneStory)
                && as.fates.size() == 1
                && as.fates.equals(bs.fates)
                && slots.stream()
                        .anyMatch(slot -> ofOneEvent(
                                a.quantities().get(slot.a()), b.quantities().get(slot.b())));
    }

    /** A toll may rise tenfold, but twelve dead this year are not the 1,900 of a war. */
    private static boolean ofOneEvent(Quantity x, Quantity y) {
        BigDecimal more = x.value().max(y.value());
        return Slots.oneCount(x, y) && more.compareTo(x.value().min(y.value()).multiply(ONE_EVENT)) <= 0;
    }

    /** Whether both say little but whose count it is: "Harker took 40.6 %" and "Harker is on 39.8 %". */
    private boolean countsBarely() {
        return contextNamed
                && namesApart == 0
                && namesShared == 1000
                && as.plainStems() < 2
                && bs.plainStems() < 2
                && slots.stream().anyMatch(slot -> {
                    String unit = a.quantities().get(slot.a()).unit();
                    return !unit.isEmpty()
                            && unit.equals(b.quantities().get(slot.b()).unit());
                });
    }

    /** Whether nothing but a value differs, or that the one negates the other. */
    private boolean differsInOnePoint() {
        return (differing > 0 || opposite()) && dice >= NEARLY_ALL && namesApartMore == 0;
    }

    /**
     * Whether one says both or speaks for who says the other: "the water board" and "water board chair Ida Harker".
     * What one says twice in an article is two things; of two that stand alone nobody knows where they were said.
     */
    private boolean oneSpeaker() {
        int shared = 0;
        for (String stem : a.speaker()) {
            shared += b.speaker().contains(stem) ? Words.weight(stem) : 0;
        }
        return shared > 0
                && 2 * shared > Math.min(weight(a.speaker()), weight(b.speaker()))
                && !a.context().equals(b.context());
    }

    private static final class Filler {
        final int[] values = new int[FEATURES.size()];
        private int next;

        void add(int... some) {
            for (int value : some) {
                values[next++] = value;
            }
        }

        void both(int one, int other) {
            values[next++] = Math.min(one, other);
            values[next++] = Math.max(one, other);
        }
    }
}
