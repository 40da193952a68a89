package org.onrecord.statement;

/** Names that outlets spell each their own way: "al-Qaeda" and "al-Qaida", "Mohammed" and "Muhammad". */
final class Spelling {
    private Spelling() {}

    /** Whether two words in lower case differ in nothing but doubled letters and vowels that are taken for each other. */
    static boolean isOne(String a, String b) {
        int i = 0;
        int j = 0;
        char last = 0;
        while (true) {
            i = past(a, i, last);
            j = past(b, j, last);
            if (i == a.length() || j == b.length()) {
                return i == a.length() && j == b.length();
            }
            last = sound(a.charAt(i));
            if (last != sound(b.charAt(j))) {
                return false;
            }
        }
    }

    private static int past(String word, int from, char sound) {
        int at = from;
        while (at < word.length() && sound(word.charAt(at)) == sound) {
            at++;
        }
        return at;
    }

    private static char sound(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'y' -> 'a';
            case 'o', 'u' -> 'o';
            case 'q' -> 'k';
            default -> letter;
        };
    }
}
