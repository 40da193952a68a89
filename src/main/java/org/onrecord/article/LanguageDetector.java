package org.onrecord.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of an article from a sample of its beginning. Thread-safe; its cost does not grow with the text.
 */
public final class LanguageDetector {
    private static final int SAMPLE = 2_000;
    private static final int LONG_ENOUGH = 200;
    private static final double SURE = 0.5;

    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(
                    two -> Locale.forLanguageTag(two).getISO3Language(), two -> two, (a, b) -> a));

    private final ThreadLocal<LanguageDetectorME> detectors;

    /** Loads the model from the class path. */
    public LanguageDetector() {
        LanguageDetectorModel model;
        try (InputStream in = LanguageDetector.class.getResourceAsStream("/langdetect-183.bin")) {
            model = new LanguageDetectorModel(Objects.requireNonNull(in, "the language model is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The detector keeps state of its own: one a thread.
        this.detectors = ThreadLocal.withInitial(() -> new LanguageDetectorME(model));
    }

    /** The BCP 47 tag of the text's language; "en" where a text is too short to tell and could be English. */
    public String detect(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).strip();
        if (sample.codePoints().noneMatch(Character::isLetter)) {
            return "en";
        }
        Language best = detectors.get().predictLanguage(sample);
        boolean doubtful = sample.length() < LONG_ENOUGH || best.getConfidence() < SURE;
        return doubtful && couldBeEnglish(sample, best) ? "en" : bcp47(best.getLang());
    }

    private static boolean couldBeEnglish(String sample, Language best) {
        long letters = sample.codePoints().filter(Character::isLetter).count();
        long ascii = sample.codePoints()
                .filter(c -> c < 128 && Character.isLetter(c))
                .count();
        return best.getConfidence() < 0.9 && ascii >= 0.97 * letters;
    }

    private static String bcp47(String iso3) {
        return iso3.equals("cmn") ? "zh" : TWO_LETTERS.getOrDefault(iso3, iso3);
    }
}
