package org.onrecord.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.onrecord.article.Paragraph;
import org.onrecord.claim.Quotations.Quotation;
import org.onrecord.claim.tagger.FactMarks;

/**
 * Reads a paragraph as units: tokens with their parts of speech. A paragraph of usual length is one unit. Thread-safe;
 * linear in the paragraph's length.
 */
final class Units {
    /** The longest stretch that is tagged as one; longer ones are cut, which only text that is no prose reaches. */
    private static final int LONGEST_SENTENCE = 300;

    /** A unit is full at this size; the next sentence begins another. */
    private static final int FULL = 400;

    private static final int LONGEST_TAGGED_WORD = 40;

    private final ThreadLocal<POSTaggerME> taggers;
    private final CueLexicon cues = CueLexicon.load();
    private final HintFinder hints = new HintFinder(cues);
    private final Verbs verbs = new Verbs(cues);
    private final SentenceDetector sentences = new SentenceDetector();

    Units() {
        POSModel model;
        try (InputStream in = Units.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            model = new POSModel(Objects.requireNonNull(in, "the part-of-speech model is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A tagger shared between threads gives wrong tags without a word: one a thread.
        this.taggers = ThreadLocal.withInitial(() -> new POSTaggerME(model));
    }

    List<Unit> read(String body, Paragraph paragraph, List<Quotation> quotations) {
        List<Unit> units = new ArrayList<>();
        for (Unit read : sentences(body, paragraph, quotations)) {
            Unit mended = Auxiliaries.mend(verbs.mend(read));
            Unit sentence = mended.hinted(hints.find(mended));
            int last = units.size() - 1;
            if (last >= 0 && units.get(last).size() < FULL) {
                units.set(last, units.get(last).and(sentence));
            } else {
                units.add(sentence);
            }
        }
        return units;
    }

    /** Sentences, or several that one quotation holds together. */
    private List<Unit> sentences(String body, Paragraph paragraph, List<Quotation> quotations) {
        List<Span> words = Tokenizer.tokenize(body, paragraph.start(), paragraph.end());
        BitSet starting = sentences.starts(body, paragraph);
        List<Unit> units = new ArrayList<>();
        List<Span> unit = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int quotation = 0;
        for (int i = 0; i < words.size(); i++) {
            Span word = words.get(i);
            while (quotation < quotations.size() && quotations.get(quotation).end() <= word.start()) {
                quotation++;
            }
            boolean inside =
                    quotation < quotations.size() && quotations.get(quotation).start() < word.start();
            boolean begins = unit.isEmpty() || (Sentences.begins(body, words, i) && sentences.begins(starting, word));
            if (!unit.isEmpty() && ((begins && !inside) || unit.size() >= LONGEST_SENTENCE)) {
                units.add(unit(body, unit, starts, quotations));
                unit = new ArrayList<>();
                starts = new ArrayList<>();
                begins = true;
            }
            if (begins) {
                starts.add(unit.size());
            }
            unit.add(word);
        }
        if (!unit.isEmpty()) {
            units.add(unit(body, unit, starts, quotations));
        }
        return units;
    }

    private Unit unit(String body, List<Span> words, List<Integer> starts, List<Quotation> quotations) {
        String[] forTagger = new String[words.size()];
        for (int i = 0; i < forTagger.length; i++) {
            forTagger[i] = forTagger(body, words.get(i));
        }
        String[] tags = taggers.get().tag(forTagger);
        List<Token> tokens = new ArrayList<>(forTagger.length);
        BitSet quoted = new BitSet(forTagger.length);
        int q = firstAtOrAfter(quotations, words.get(0).start());
        for (int i = 0; i < forTagger.length; i++) {
            Span word = words.get(i);
            String text = body.substring(word.start(), word.end());
            boolean begins = starts.contains(i) || (i > 0 && forTagger[i - 1].equals("\""));
            tokens.add(new Token(
                    word.start(),
                    word.end(),
                    text,
                    forTagger[i].toLowerCase(Locale.ROOT),
                    tag(tags[i], forTagger[i], begins)));
            while (q < quotations.size() && quotations.get(q).end() <= word.start()) {
                q++;
            }
            quoted.set(i, q < quotations.size() && quotations.get(q).contains(word.start()));
        }
        return new Unit(body, tokens, quoted, List.copyOf(starts), List.of(), List.of(), FactMarks.NONE);
    }

    private static int firstAtOrAfter(List<Quotation> quotations, int index) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The model was trained on straight quotation marks. */
    private static String forTagger(String body, Span word) {
        String text = body.substring(word.start(), Math.min(word.end(), word.start() + LONGEST_TAGGED_WORD));
        if (text.length() == 1 && Quotations.isMark(text.charAt(0))) {
            return "\"";
        }
        return text.replace('’', '\'').replace('‘', '\'');
    }

    /** Mends what the tagger gets wrong where it hurts: marks, and surnames that look like past tenses. */
    private static String tag(String tag, String word, boolean begins) {
        if (!Character.isLetterOrDigit(word.codePointAt(0)) && !word.startsWith("'") && !word.startsWith("$")) {
            return "PUNCT";
        }
        if (tag.equals("VERB") && !begins && Character.isUpperCase(word.charAt(0))) {
            return "PROPN";
        }
        int plus = tag.indexOf('+');
        return plus > 0 ? tag.substring(0, plus) : tag;
    }
}
