package org.onrecord.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.statement.Comparison.Slot;

/** What two sketches share and where they part, in whole numbers. */
final class Pair {
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("kill", "injur", "wound"), Set.of("dead", "injur", "wound", "aliv"), Set.of("die", "surviv"));
    private static final List<Set<String>> OPPOSITES = List.of(
            Set.of("rise", "fall"),
            Set.of("rose", "fell"),
            Set.of("increas", "decreas"),
            Set.of("accept", "reject"),
            Set.of("approv", "reject"),
            Set.of("win", "lose"),
            Set.of("won", "lost"),
            Set.of("confirm", "deni"),
            Set.of("guilti", "innoc"),
            Set.of("legal", "illeg"),
            Set.of("lawful", "unlaw"),
            Set.of("open", "close"),
            Set.of("higher", "lower"),
            Set.of("rais", "lower"),
            Set.of("rais", "cut"),
            Set.of("support", "oppos"));

    private final Sketch a;
    private final Sketch b;
    final List<Slot> slots;
    final int cosine;
    final int dice;
    final int containment;
    final int lengths;
    final int order;
    final int namesShared;
    final int namesApart;
    final int restDice;
    final int agreeing;
    final int differing;
    final boolean otherThings;
    final boolean datesAgree;
    final boolean datesConflict;
    final boolean negation;
    final boolean antonyms;
    final boolean exclusive;
    final boolean swapped;

    Pair(Sketch a, Sketch b) {
        this.a = a;
        this.b = b;
        Set<String> as = new LinkedHashSet<>(a.lemmas());
        Set<String> bs = new LinkedHashSet<>(b.lemmas());
        Set<String> both = new LinkedHashSet<>(as);
        both.retainAll(bs);
        int wa = weight(as);
        int wb = weight(bs);
        int shared = weight(both);
        cosine = Math.max(0, a.embedding().cosine(b.embedding()));
        dice = ratio(2 * shared, wa + wb);
        containment = ratio(shared, Math.min(wa, wb));
        lengths = ratio(Math.min(wa, wb), Math.max(wa, wb));
        order = bigrams(a.lemmas(), b.lemmas(), both);

        int lostA = unmatched(a.names(), b.names(), bs);
        int lostB = unmatched(b.names(), a.names(), as);
        int fewest = Math.min(a.names().size(), b.names().size());
        namesShared = ratio(Math.min(a.names().size() - lostA, b.names().size() - lostB), fewest);
        namesApart = Math.min(lostA, lostB);
        restDice = restDice(as, bs);

        slots = Slots.align(a.quantities(), b.quantities());
        agreeing = (int) slots.stream().filter(Slot::agree).count();
        differing = slots.size() - agreeing;
        otherThings =
                slots.isEmpty() && !a.quantities().isEmpty() && !b.quantities().isEmpty();

        datesAgree = a.dates().stream().anyMatch(x -> b.dates().stream().anyMatch(y -> Dates.agree(x, y)));
        datesConflict = !datesAgree
                && a.dates().stream().anyMatch(x -> b.dates().stream().anyMatch(y -> Dates.comparable(x, y)));
        negation = negates(a, b, bs) || negates(b, a, as);
        Set<String> onlyA = new HashSet<>(as);
        onlyA.removeAll(both);
        Set<String> onlyB = new HashSet<>(bs);
        onlyB.removeAll(both);
        antonyms = parted(onlyA, onlyB, OPPOSITES);
        exclusive = parted(onlyA, onlyB, EXCLUSIVE);
        swapped = dice >= 850 && swapped();
    }

    /** Different actors, dates or places, or a count of something else: no closeness of words makes up for it. */
    boolean barred() {
        boolean brief = Math.max(a.lemmas().size(), b.lemmas().size()) <= 12;
        boolean otherActors = namesApart > 0 && ((namesShared == 0 && brief) || restDice >= 800);
        boolean otherTime = datesConflict && (restDice >= 600 || brief);
        boolean otherCount = otherThings && brief;
        return otherActors || otherTime || otherCount || exclusive || swapped || !contextAgrees();
    }

    boolean opposite() {
        return negation || antonyms;
    }

    /** Content that carries a context agrees with what shares a name with it or, for want of names, the topic. */
    boolean contextAgrees() {
        if (a.context().isEmpty() && b.context().isEmpty()) {
            return true;
        }
        if (a.context().isPresent() && b.context().isPresent()) {
            return related(a.context().get(), b.context().get());
        }
        Sketch alone = a.context().isPresent() ? b : a;
        Sketch.Context context = a.context().or(b::context).orElseThrow();
        return (alone.names().isEmpty()
                        && alone.quantities().isEmpty()
                        && alone.dates().isEmpty())
                || alone.names().stream().anyMatch(n -> context.names().stream().anyMatch(m -> Names.agree(n, m)))
                || alone.lemmas().stream().anyMatch(context.topic()::contains);
    }

    private static boolean related(Sketch.Context a, Sketch.Context b) {
        boolean named = a.names().stream().anyMatch(n -> b.names().stream().anyMatch(m -> Names.agree(n, m)));
        Set<String> both = new HashSet<>(a.topic());
        both.retainAll(b.topic());
        int shared = weight(both);
        int least = Math.min(weight(a.topic()), weight(b.topic()));
        return ratio(shared, least) >= (named ? 50 : 200);
    }

    private static int unmatched(List<String> names, List<String> others, Set<String> lemmas) {
        int lost = 0;
        for (String name : names) {
            boolean found = others.stream().anyMatch(other -> Names.agree(name, other))
                    || List.of(name.split(" ", -1)).stream().map(Words::stem).allMatch(lemmas::contains);
            lost += found ? 0 : 1;
        }
        return lost;
    }

    private int restDice(Set<String> as, Set<String> bs) {
        Set<String> restA = rest(as, a.names());
        Set<String> restB = rest(bs, b.names());
        Set<String> both = new HashSet<>(restA);
        both.retainAll(restB);
        return restA.isEmpty() && restB.isEmpty() ? 1000 : ratio(2 * weight(both), weight(restA) + weight(restB));
    }

    private static Set<String> rest(Set<String> lemmas, List<String> names) {
        Set<String> rest = new HashSet<>(lemmas);
        names.forEach(name -> List.of(name.split(" ", -1)).forEach(word -> rest.remove(Words.stem(word))));
        return rest;
    }

    /** What the one negates the other says. */
    private static boolean negates(Sketch x, Sketch y, Set<String> lemmas) {
        return x.negated().stream()
                .anyMatch(stem -> lemmas.contains(stem) && !y.negated().contains(stem));
    }

    private static boolean parted(Set<String> onlyA, Set<String> onlyB, List<Set<String>> sets) {
        return sets.stream()
                .anyMatch(set ->
                        set.stream().anyMatch(onlyA::contains) && set.stream().anyMatch(onlyB::contains));
    }

    /** The same words with two names the other way round, and neither or both in the passive. */
    private boolean swapped() {
        if (a.text().contains(" by ") != b.text().contains(" by ")) {
            return false;
        }
        for (String one : a.names()) {
            for (String two : a.names()) {
                int before = a.names().indexOf(one) - a.names().indexOf(two);
                if (before < 0
                        && b.names().contains(one)
                        && b.names().contains(two)
                        && b.names().indexOf(one) > b.names().indexOf(two)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int bigrams(List<String> a, List<String> b, Set<String> both) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> as = a.stream().filter(both::contains).toList();
        List<String> bs = b.stream().filter(both::contains).toList();
        List<String> found = new ArrayList<>();
        for (int i = 1; i < as.size(); i++) {
            seen.merge(as.get(i - 1) + ' ' + as.get(i), 1, Integer::sum);
        }
        for (int i = 1; i < bs.size(); i++) {
            String bigram = bs.get(i - 1) + ' ' + bs.get(i);
            if (seen.merge(bigram, -1, Integer::sum) >= 0) {
                found.add(bigram);
            }
        }
        return ratio(2 * found.size(), Math.max(1, as.size() + bs.size() - 2));
    }

    static int weight(Iterable<String> stems) {
        int sum = 0;
        for (String stem : stems) {
            sum += Words.weight(stem);
        }
        return sum;
    }

    /** In thousandths; 0 of nothing. */
    private static int ratio(int part, int whole) {
        return whole == 0 ? 0 : (int) (1000L * part / whole);
    }

    /** What the learned weights are for, in this order; see {@link SketchMatcher}. */
    int[] features() {
        boolean named = !a.names().isEmpty() && !b.names().isEmpty();
        return new int[] {
            cosine,
            cosine * cosine / 1000,
            dice,
            containment,
            lengths,
            cosine * dice / 1000,
            order,
            named ? namesShared : 0,
            named && namesShared == 0 ? 1000 : 0,
            1000 * Math.min(3, namesApart),
            1000 * Math.min(2, agreeing),
            1000 * Math.min(2, differing),
            otherThings ? 1000 : 0,
            datesAgree ? 1000 : 0,
            datesConflict ? 1000 : 0,
            opposite() ? 1000 : 0,
            restDice,
            Math.max(0, cosine - 700),
        };
    }
}
