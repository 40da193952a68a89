package org.onrecord.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sketch's words as sorted sets of numbers, so that comparing makes no garbage. Immutable. */
final class Terms {
    private static final int TRIGRAM_BITS = 2048;
    private static final int OPENING = 5;
    private static final Set<String> ASKING = Stream.of(
                    "offer", "threaten", "refuse", "want", "hope", "plan", "ask", "promise", "order", "consider")
            .map(Words::concept)
            .collect(Collectors.toUnmodifiableSet());
    /** What befalls people that news counts: the dead are counted apart from the injured, and so on. */
    static final Set<String> FATES = Stream.of("kill", "injure", "missing", "ill", "evacuate")
            .map(Words::concept)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LISTING = Set.of("and", "or", "as", "well", "both", "the", "a", "an", "1", "one");

    private static final Set<String> AHEAD = Set.of("will", "would", "may", "might", "could", "should", "must", "to");

    /** The distinct stems. */
    final Set<String> stems;
    /** Hashes of the distinct stems, ascending. */
    final int[] ids;
    /** How much each of {@link #ids} tells. */
    final int[] weights;
    /** Where each of {@link #ids} stands first. */
    final int[] positions;
    /** Whether each of {@link #ids} belongs to a name. */
    final boolean[] named;

    final int weight;
    final int words;
    final int negations;
    /** Weight of the first {@value #OPENING} stems. */
    final int openingWeight;

    final int opening;
    final int[] bigrams;
    final long[] trigrams = new long[TRIGRAM_BITS / Long.SIZE];
    final int trigramCount;
    /** The stems of what bears a number, such as "warehous#9". */
    final Set<String> labels;
    /** The ordinals among the stems. */
    final Set<String> ordinals;
    /** The year that the text opens with ("In 2011, ..."); empty if it does with none. */
    final String openingYear;
    /** What is measured here in per cent, and which parts of it. */
    final Set<String> gauges;

    final Set<String> gaugeParts;
    /** Which of the dead, the hurt, the missing, the sick and those who had to leave it tells of. */
    final Set<String> fates;
    /** What somebody offers, threatens or is asked to do. */
    final Set<String> undone;
    /** Whether something here is yet to be done. */
    final boolean open;
    /** Hashes of the stems that its article is about, ascending. */
    final int[] topic;
    /** For each name, the stems of its words. */
    final List<List<String>> nameStems;
    /** Of all words. */
    final Initials initials;
    /** For each name, where it stands. */
    final Place[] places;
    /** For each name, whether only "and" or the like parts it from the one before it: their order tells nothing. */
    final boolean[] listed;

    Terms(Sketch sketch) {
        stems = Set.copyOf(sketch.lemmas());
        nameStems = sketch.names().stream()
                .map(name -> Arrays.stream(name.split(" ", -1)).map(Words::stem).toList())
                .toList();
        Set<String> ofNames = new HashSet<>();
        nameStems.forEach(ofNames::addAll);
        Map<Integer, String> byId = new HashMap<>();
        Map<Integer, Integer> first = new HashMap<>();
        for (int i = 0; i < sketch.lemmas().size(); i++) {
            String stem = sketch.lemmas().get(i);
            byId.putIfAbsent(stem.hashCode(), stem);
            first.putIfAbsent(stem.hashCode(), i);
        }
        ids = byId.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        weights = Arrays.stream(ids).map(id -> Words.weight(byId.get(id))).toArray();
        positions = Arrays.stream(ids).map(first::get).toArray();
        named = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            named[i] = ofNames.contains(byId.get(ids[i]));
        }
        labels = stems.stream()
                .filter(stem -> stem.indexOf(Normaliser.LABEL) > 0)
                .collect(Collectors.toUnmodifiableSet());
        ordinals = stems.stream().filter(Ordinals::isOrdinal).collect(Collectors.toUnmodifiableSet());
        topic = sketch.context().map(Sketch.Context::topic).orElse(List.of()).stream()
                .mapToInt(String::hashCode)
                .sorted()
                .toArray();
        weight = Arrays.stream(weights).sum();
        opening = Math.min(OPENING, sketch.lemmas().size());
        openingWeight =
                sketch.lemmas().stream().limit(OPENING).mapToInt(Words::weight).sum();
        String[] all = sketch.text().isEmpty() ? new String[0] : sketch.text().split(" ", -1);
        words = all.length;
        initials = new Initials(all, sketch.names());
        places = new Place[sketch.names().size()];
        listed = new boolean[sketch.names().size()];
        neighbours(sketch.names(), all);
        fates = stems.stream().filter(FATES::contains).collect(Collectors.toUnmodifiableSet());
        gauges = Gauges.of(sketch.lemmas());
        gaugeParts = Gauges.parts(sketch.lemmas());
        undone = undone(all);
        open = !Collections.disjoint(stems, ASKING) || Arrays.stream(all).anyMatch(AHEAD::contains);
        openingYear = all.length > 2 && all[0].equals("in") && all[1].matches("(19|20)\\d\\d") ? all[1] : "";
        negations = Normaliser.negations(all);
        bigrams = new int[Math.max(0, all.length - 1)];
        for (int i = 1; i < all.length; i++) {
            bigrams[i - 1] = 31 * all[i - 1].hashCode() + all[i].hashCode();
        }
        Arrays.sort(bigrams);
        trigramCount = trigrams(' ' + sketch.text() + ' ');
    }

    private void neighbours(List<String> names, String[] all) {
        List<String> words = Arrays.asList(all);
        Arrays.fill(places, Place.NOWHERE);
        int from = 0;
        for (int i = 0; i < names.size(); i++) {
            List<String> name = List.of(names.get(i).split(" ", -1));
            int at = Collections.indexOfSubList(words.subList(from, all.length), name);
            if (at >= 0) {
                int start = from + at;
                listed[i] = i > 0 && LISTING.containsAll(words.subList(from, start));
                from = start + name.size();
                places[i] = Place.of(all, start, from);
            }
        }
        for (int i = names.size() - 1; i > 0; i--) {
            places[i - 1] = listed[i] ? places[i - 1].before(places[i]) : places[i - 1];
        }
    }

    /** Whether a list has both names, by their numbers, and all between them. */
    boolean areListed(int one, int other) {
        for (int i = one + 1; i <= other; i++) {
            if (!listed[i]) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> undone(String[] all) {
        Set<String> verbs = new HashSet<>();
        for (int i = 0; i + 2 < all.length; i++) {
            if (all[i + 1].equals("to") && ASKING.contains(Words.concept(all[i]))) {
                verbs.add(Words.concept(all[i + 2]));
            }
        }
        return Set.copyOf(verbs);
    }

    private int trigrams(String text) {
        for (int i = 0; i + 3 <= text.length(); i++) {
            int hash = (text.charAt(i) * 961 + text.charAt(i + 1) * 31 + text.charAt(i + 2)) * 0x9E3779B1;
            int bit = (hash >>> 8) % TRIGRAM_BITS;
            trigrams[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
        }
        int count = 0;
        for (long word : trigrams) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** How many of the stems belong to no name. */
    int plainStems() {
        int count = 0;
        for (boolean name : named) {
            count += name ? 0 : 1;
        }
        return count;
    }

    /** How many bigrams two texts share, each as often as both have it. */
    int sharedBigrams(Terms other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < bigrams.length && j < other.bigrams.length) {
            int order = Integer.compare(bigrams[i], other.bigrams[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    int sharedTrigrams(Terms other) {
        int shared = 0;
        for (int i = 0; i < trigrams.length; i++) {
            shared += Long.bitCount(trigrams[i] & other.trigrams[i]);
        }
        return shared;
    }
}
