package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
    private static final LanguageDetector DETECTOR = new LanguageDetector();

    @Test
    void shortEnglishIsNotRefused() {
        assertThat(DETECTOR.detect("Rates up again")).isEqualTo("en");
        assertThat(DETECTOR.detect("")).isEqualTo("en");
    }

    @Test
    void otherLanguagesAreTold() {
        assertThat(DETECTOR.detect("قالت الوزارة إن الجسر الشمالي أعيد فتحه صباح يوم الاثنين أمام حركة المرور."))
                .isEqualTo("ar");
        assertThat(DETECTOR.detect(
                        "Die Brücke im Norden der Stadt wurde am Montag wieder für den Verkehr geöffnet, wie das"
                                + " Ministerium mitteilte. Zuvor war sie wegen des Hochwassers mehrere Wochen lang gesperrt gewesen,"
                                + " und viele Pendler mussten große Umwege fahren."))
                .isEqualTo("de");
    }

    @Test
    void theLengthOfTheBodyDoesNotMatter() {
        assertThat(DETECTOR.detect("The river rose two metres on Sunday and the bridge was closed. ".repeat(16_000)))
                .isEqualTo("en");
    }
}
