package org.onrecord.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the lines that a page puts around its news: labels, times, buttons, bylines, captions. */
final class Furniture {
    private static final int LONGEST_LABEL = 14;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TIME_WORD = Pattern.compile("\\d+(?:st|nd|rd|th|am|pm|h|t\\d+|z)?");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?:;…,][\"'”’»)\\]]*$|[”\"»]$");

    /** What speaks to whoever reads is no news: "Did you see it? Send us your pictures." */
    private static final Pattern TO_READERS = Pattern.compile(
            "(?:send|e?-?mail|text|call|ring|phone|write|tell|share|follow|listen|hear|watch|see|read|join|get|find|visit)"
                    + "\\b.*\\b(?-i:us|our|your)\\b.*"
                    + "|(?:vote now|have your say|listen (?:live|again)|turn to page|subscribers:).*"
                    + "|(?:are|is|do|did|have|has|were|was) you(?:r)?\\b.*\\?.*"
                    + "|.*\\b(?:live|on air)\\b.*\\bon (?:8[7-9]|9\\d|10[0-8])\\.\\d(?: FM)?\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_ITSELF = Pattern.compile(
            ".*\\b(?:has|have) been (?:removed|taken out|deleted|corrected|updated|amended)\\b.*\\bthis (?:article|story|report)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTES = Pattern.compile("[\"“”«»]");
    private static final int LONGEST_CALL = 200;

    private static final Set<String> TIME_WORDS =
            Set.of(("jan january feb february mar march apr april may jun june jul july"
                            + " aug august sep sept september oct october nov november dec december mon monday tue tuesday wed"
                            + " wednesday thu thursday fri friday sat saturday sun sunday am pm a p m utc gmt cet est edt pst bst t z"
                            + " local time updated published posted last modified at on ago min mins minute minutes hour hours read")
                    .split(" "));

    private static final List<String> STARTS = List.of(
            "read more",
            "read also",
            "also read",
            "read next",
            "see also",
            "related:",
            "our standards",
            "share this",
            "share on",
            "follow us",
            "subscribe",
            "sign up",
            "sign in",
            "comments are",
            "listen to this",
            "advertisement",
            "photo:",
            "photograph:",
            "image:",
            "file photo",
            "picture:",
            "video:",
            "watch:",
            "watch live",
            "source:",
            "(reporting by",
            "reporting by",
            "additional reporting",
            "editing by",
            "copyright",
            "©",
            "all rights reserved",
            "click here",
            "getty images",
            "download our",
            "contact us",
            "most read",
            "trending",
            "tags:",
            "topics:",
            "home >",
            "skip to",
            "back to top",
            "register now",
            "join our",
            "newsletter",
            "have a tip",
            "for more",
            "read the rest",
            "continue reading",
            "this article was",
            "this story has been",
            "this story was first",
            "this story was originally",
            "this report was first",
            "originally published",
            "first published",
            "republished",
            "with reporting by",
            "with additional reporting",
            "with files from");

    private Furniture() {}

    /** Whether a line says how the page is built rather than news; {@code headline} as {@link #plain} gives it. */
    static boolean isFurniture(String line, String headline) {
        if (line.length() > 400) {
            return false;
        }
        String plain = plain(line);
        String lower = line.toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                || isTitle(plain, headline)
                || isTime(plain)
                || STARTS.stream().anyMatch(lower::startsWith)
                || ((line.contains(" > ") || line.contains(" › ") || line.contains(" | ")) && !line.endsWith("."))
                || isNotice(line)
                || isLabel(line, plain);
    }

    /** Who is quoted may say "send us food"; a page that speaks for itself has no quotation marks. */
    private static boolean isNotice(String line) {
        return line.length() <= LONGEST_CALL
                && !QUOTES.matcher(line).find()
                && (TO_READERS.matcher(line).matches()
                        || OF_ITSELF.matcher(line).matches());
    }

    /** Letters and digits only, in lower case, one space between words. */
    static String plain(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").trim();
    }

    /** The words of a label or a byline do not end as sentences do. */
    static boolean isLabel(String line, String plain) {
        return plain.split(" ", LONGEST_LABEL + 2).length <= LONGEST_LABEL
                && !ENDS_SENTENCE.matcher(line).find();
    }

    private static boolean isTitle(String plain, String headline) {
        return !headline.isEmpty()
                && (plain.equals(headline)
                        || (plain.endsWith(" " + headline) && plain.length() < headline.length() + 25)
                        || (plain.length() > 20
                                && headline.endsWith(" " + plain)
                                && plain.length() > headline.length() - 25));
    }

    private static boolean isTime(String plain) {
        return plain.length() <= 60
                && plain.chars().anyMatch(Character::isDigit)
                && Arrays.stream(plain.split(" "))
                        .allMatch(word -> TIME_WORDS.contains(word)
                                || TIME_WORD.matcher(word).matches());
    }
}
