package org.onrecord.claim;

import java.util.Set;

/** Words whose full stop does not end a sentence. */
final class Abbreviations {
    private static final Set<String> KNOWN =
            Set.of(("Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Cmdr Maj Adm Brig Pvt"
                            + " Rev Hon Pres St Ste Mt Ft Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs etc Inc Corp Ltd Co Bros"
                            + " No Nos Vol Fig pp approx est Jr Sr Dept Univ Assn Ave Blvd Rd Ala Ariz Ark Calif Colo Conn Del Fla Ga"
                            + " Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Supt"
                            + " Atty Sens Reps Govs Drs Messrs Insp Det al ca cf viz Mon Tue Tues Wed Thu Thurs Fri Sat")
                    .split(" "));

    private Abbreviations() {}

    /** Whether a word before a full stop is an abbreviation: a listed one, an initial, or letters with stops. */
    static boolean isAbbreviation(String word) {
        if (word.length() == 1) {
            return Character.isUpperCase(word.charAt(0));
        }
        return KNOWN.contains(word) || (word.length() <= 6 && word.length() >= 3 && isDotted(word));
    }

    private static boolean isDotted(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (i % 2 == 0 ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }
}
