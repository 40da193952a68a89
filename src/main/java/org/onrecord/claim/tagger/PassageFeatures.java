package org.onrecord.claim.tagger;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the tagger sees of each word: words, tags, classes and quotation marks around it, and the cues and verbs that
 * stand nearest. Features are hashes of a template's number and its values.
 */
final class PassageFeatures {
    private static final int MOST = 160;
    private static final int EDGE = 12345;
    private static final int NO_DISTANCE = 9;
    private static final Map<Role, Integer> HINTS = Arrays.stream(Role.values())
            .collect(Collectors.toUnmodifiableMap(role -> role, role -> Hash.of(role.name())));

    private final CueRates rates;
    private final WordClasses classes;

    PassageFeatures(CueRates rates, WordClasses classes) {
        this.rates = rates;
        this.classes = classes;
    }

    /** The features of every word. */
    int[][] of(Passage passage) {
        View view = new View(passage);
        int[][] features = new int[passage.size()][];
        for (int i = 0; i < features.length; i++) {
            view.at(i);
            features[i] = view.features();
        }
        return features;
    }

    /** Distances that matter little are not told apart. */
    private static int bucket(int distance) {
        return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7;
    }

    /** One passage, seen from one word after the other. */
    private final class View {
        private final Passage passage;
        private final Surroundings near;
        private final int n;
        private final int[] word;
        private final int[] tag;
        private final int[] rate;
        private final int[] stem;
        private final int[] sense;
        private final int[] clause;
        private final int[] hint;
        private final short[][] kinds;
        private final int[] found = new int[MOST];
        private int count;
        private int template;
        private int i;

        View(Passage passage) {
            this.passage = passage;
            near = new Surroundings(passage, rates);
            n = passage.size();
            word = new int[n];
            tag = new int[n];
            rate = new int[n];
            stem = new int[n];
            sense = new int[n];
            clause = new int[n];
            hint = new int[n];
            kinds = new short[n][];
            for (int k = 0; k < n; k++) {
                String lower = passage.lower().get(k);
                word[k] = Hash.of(lower);
                tag[k] = Hash.of(passage.tags().get(k));
                rate[k] = rates.of(lower);
                stem[k] = Hash.of(Endings.strip(lower));
                kinds[k] = classes.of(lower);
                sense[k] = sense(passage.tags().get(k), classes.knows(lower), kinds[k]);
                clause[k] = clause(passage.tags().get(k), kinds[k][WordClasses.CLAUSE]);
                hint[k] = HINTS.get(passage.hints().get(k));
            }
        }

        private static int sense(String tag, boolean known, short[] kinds) {
            int verb = kinds[WordClasses.VERB];
            int noun = kinds[WordClasses.NOUN];
            return switch (known ? tag : "X") {
                case "VERB", "AUX" -> verb;
                case "NOUN" -> 100 + noun;
                case "ADJ" -> verb > 0 ? 200 + verb : 300 + noun;
                default -> Hash.of(tag);
            };
        }

        private static int clause(String tag, int takes) {
            return tag.equals("VERB") ? takes : tag.equals("NOUN") ? 20 + takes : 97;
        }

        void at(int index) {
            i = index;
            count = 0;
            template = 0;
        }

        int[] features() {
            words();
            tags();
            wordForms();
            cueRates();
            quotations();
            nearestCues();
            nearestVerbs();
            groups();
            senses();
            hints();
            return Arrays.copyOf(found, count);
        }

        private void add(int value) {
            found[count++] = Hash.of(++template, value);
        }

        private void add(int a, int b) {
            add(Hash.of(a, b));
        }

        private void add(int a, int b, int c) {
            add(Hash.of(a, b, c));
        }

        private int get(int[] values, int k) {
            return k >= 0 && k < n ? values[k] : EDGE;
        }

        /** A value at an offset from this word. */
        private int off(int[] values, int offset) {
            return get(values, i + offset);
        }

        private void words() {
            for (int offset = -2; offset <= 2; offset++) {
                add(off(word, offset));
            }
            add(off(word, 0), off(word, 1));
            add(off(word, -1), off(word, 0));
            add(off(word, 0), off(tag, 0));
            add(off(word, 1), off(tag, 0));
            add(off(word, -1), off(tag, 0));
            add(off(word, 0), off(tag, 1));
            add(off(word, 0), off(tag, -1));
        }

        private void tags() {
            for (int offset = -2; offset <= 2; offset++) {
                add(off(tag, offset));
            }
            add(off(tag, 0), off(tag, 1));
            add(off(tag, -1), off(tag, 0));
            for (int from = -3; from <= 1; from++) {
                add(off(tag, from), off(tag, from + 1), off(tag, from + 2));
            }
        }

        private void wordForms() {
            String lower = passage.lower().get(i);
            add(Hash.of(lower.substring(Math.max(0, lower.length() - 3))));
            add(Hash.of(Endings.shape(passage.words().get(i))));
            for (int offset = -1; offset <= 1; offset++) {
                add(off(stem, offset));
            }
            add(off(stem, 0), off(tag, 1));
            add(off(stem, 0), off(tag, -1));
        }

        private void cueRates() {
            for (int offset = -2; offset <= 2; offset++) {
                add(off(rate, offset));
                add(off(rate, offset), off(tag, offset));
            }
            add(Hash.of(off(rate, 0), off(tag, 0)), Hash.of(off(rate, 1), off(tag, 1)));
            add(Hash.of(off(rate, -1), off(tag, -1)), Hash.of(off(rate, 0), off(tag, 0)));
        }

        private int marks() {
            return (quoted(i) ? 1 : 0) | (quoted(i - 1) ? 2 : 0) | (quoted(i + 1) ? 4 : 0);
        }

        private boolean quoted(int k) {
            return k >= 0 && passage.quoted().get(k);
        }

        private void quotations() {
            int marks = marks();
            int starts = passage.sentenceStarts().get(i) ? 1 : 0;
            int sentence = near.sentenceQuotes[i] ? 1 : 0;
            add(marks);
            add(marks, off(tag, 0));
            add(marks, off(word, 0));
            add(marks, off(word, -1), off(word, 1));
            add(starts);
            add(bucket(i - near.sentenceStart[i]), off(tag, 0));
            add(sentence);
            add(marks, sentence);
            add(passage.quoted().isEmpty() ? 0 : 1);
        }

        private int distance(int k) {
            return k < 0 ? NO_DISTANCE : bucket(Math.abs(i - k));
        }

        private int quotedAt(int k) {
            return k < 0 ? 2 : quoted(k) ? 1 : 0;
        }

        private void nearestCues() {
            int before = near.cueBefore[i];
            int after = near.cueAfter[i];
            int wordBefore = get(word, before);
            int wordAfter = get(word, after);
            int toBefore = distance(before);
            int toAfter = distance(after);
            int leftOfAfter = after < 0 ? EDGE : get(tag, after - 1);
            int rightOfAfter = after < 0 ? EDGE : get(tag, after + 1);
            int rightOfBefore = before < 0 ? EDGE : before + 1;
            add(wordBefore);
            add(wordAfter);
            add(wordBefore, wordAfter);
            add(toBefore);
            add(toAfter);
            add(toBefore, off(tag, 0));
            add(toAfter, off(tag, 0));
            add(toBefore, toAfter);
            add(quotedAt(before), quotedAt(after), marks());
            add(wordBefore, get(word, rightOfBefore));
            add(wordBefore, get(tag, rightOfBefore));
            add(wordAfter, leftOfAfter);
            add(leftOfAfter, toAfter);
            add(wordAfter, rightOfAfter);
            add(leftOfAfter, rightOfAfter, toAfter);
            int that = near.thatBefore[i];
            add(that < 0 ? 0 : that == 0 ? 2 : Hash.of(1, word[that - 1]));
            add(that < 0 ? 0 : 1, toBefore);
        }

        private void nearestVerbs() {
            int before = near.verbBefore[i];
            int after = near.verbAfter[i];
            int toBefore = distance(before);
            int toAfter = distance(after);
            add(get(word, after));
            add(get(word, before));
            add(get(word, after), toAfter);
            add(get(word, before), toBefore);
            add(toAfter, off(tag, 0));
            add(get(rate, after), toAfter);
            add(get(rate, before), toBefore);
            add(get(rate, after), get(rate, before));
            add(get(stem, after));
            add(get(stem, before));
            add(get(sense, after));
            add(get(sense, after), toAfter);
            add(get(sense, before), toBefore);
            add(group(after, WordClasses.MIDDLE));
            add(group(before, WordClasses.MIDDLE));
        }

        private int group(int k, int grain) {
            return k >= 0 && k < n ? kinds[k][grain] : EDGE;
        }

        private void groups() {
            for (int grain = WordClasses.COARSE; grain <= WordClasses.FINE; grain++) {
                for (int offset = -1; offset <= 1; offset++) {
                    add(group(i + offset, grain));
                }
            }
            add(group(i, WordClasses.MIDDLE), off(tag, 1));
            add(group(i, WordClasses.MIDDLE), off(tag, -1));
        }

        private void hints() {
            int here = hint[i];
            int cueAfter = get(word, near.cueAfter[i]);
            int cueBefore = get(word, near.cueBefore[i]);
            add(here);
            add(off(hint, -1), here);
            add(here, off(hint, 1));
            add(here, off(tag, 0));
            add(here, cueAfter, cueBefore);
            add(here, off(word, 0));
            add(here, marks());
            add(Hash.of(off(hint, -1), here), Hash.of(off(tag, -1), off(tag, 0)));
            add(here, distance(near.cueBefore[i]), distance(near.cueAfter[i]));
        }

        private void senses() {
            for (int offset = -2; offset <= 2; offset++) {
                add(off(sense, offset));
            }
            add(off(sense, 0), off(sense, 1));
            add(off(sense, -1), off(sense, 0));
            add(off(sense, 0), off(tag, 1));
            add(off(sense, 0), off(tag, -1));
            add(off(sense, 0), off(tag, 1), off(tag, 2));
            add(off(clause, 0));
            add(off(clause, -1));
            add(off(clause, -1), off(tag, 0));
            add(off(clause, 0), off(tag, 1), off(tag, 2));
            add(off(clause, 0), off(tag, -1), off(word, 1));
            boolean verb = passage.tags().get(i).equals("VERB");
            int second = verb ? WordClasses.VERB_SECOND : WordClasses.NOUN_SECOND;
            add(kinds[i][second], off(tag, 0));
        }
    }
}
