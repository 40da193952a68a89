package org.onrecord.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;

/**
 * Knows which outlet each claim of one article is relayed from: whom its source spoke to, who quotes it, or else whom
 * the whole article is credited to. Not thread-safe: one an article.
 */
final class Relays {
    /** "An AP report", "Radio Selve's account". */
    private static final Pattern OF_OUTLET = Pattern.compile(
            "(?:[Aa]n? |[Tt]he )?(.{2,50}?)(?:['’]s?)? (?:\\p{L}+ )?(?:report|reports|story|dispatch|article|investigation|account|bulletin"
                    + "|analysis|review|tally|count|poll|survey)");

    /** "a report by Xinhua", "documents seen by the Post". */
    private static final Pattern BY_OUTLET =
            Pattern.compile(".{2,120} (?:by|in|from|to|with) ((?:the |[a-z]+ )*\\p{Lu}[^,;]{1,50})");

    private static final Set<String> SPEAKING = Set.of(
            ("interview interviews interviewed speak speaking spoke spoken speech remarks comments statement message email"
                            + " phone telephone call quoted carried published aired broadcast cited reported seen obtained reviewed"
                            + " told tell tells telling talk talking talked post letter written saying said says confirmed")
                    .split(" "));
    private static final Set<String> TELLING = Set.of("tell", "tells", "told", "telling");
    private static final Set<String> JOINING = Set.of("to", "with", "by", "on", "for");
    private static final int NEAR = 5;
    private static final int LONGEST_NAME = 6;

    private final Article article;
    private final Outlets outlets;
    private final Optional<String> credited;
    private final Referents referents;
    /** The outlet that each source was told to have spoken to. */
    private final Map<String, String> confidants = new HashMap<>();

    /** @param credited whom the whole article is relayed from */
    Relays(Article article, Outlets outlets, Optional<String> credited, Referents referents) {
        this.article = article;
        this.outlets = outlets;
        this.credited = credited;
        this.referents = referents;
    }

    /** Whom the whole article is relayed from. */
    Optional<String> credited() {
        return credited;
    }

    /** The outlet that an attribution is relayed from; {@code outer} is that of the one around it. */
    Optional<String> of(Unit unit, Attribution attribution, Optional<Source> source, Optional<String> outer) {
        Optional<String> told =
                attribution.relay().map(unit::text).flatMap(this::outlet).or(() -> told(unit, attribution));
        Optional<String> relayed =
                told.or(() -> source.flatMap(this::asSource)).filter(name -> !outlets.isOwn(article, name));
        source.ifPresent(speaker -> {
            if (told.isPresent() && relayed.isPresent()) {
                confidants.put(speaker.resolved(), relayed.get());
            }
        });
        // Who has spoken to an agency goes on speaking to it.
        return relayed.or(() -> source.map(Source::resolved).map(confidants::get))
                .or(() -> outer)
                .or(() -> credited);
    }

    /** Whether a source is an outlet that relays, and not its own speaker. */
    boolean isOutlet(Source source) {
        return outlet(source.resolved()).isPresent();
    }

    private Optional<String> asSource(Source source) {
        return outlet(source.resolved())
                .or(() -> outlet(source.mention().text()))
                .or(() -> within(OF_OUTLET, source.mention().text()))
                .or(() -> within(BY_OUTLET, source.mention().text()));
    }

    private Optional<String> within(Pattern pattern, String phrase) {
        Matcher matcher = pattern.matcher(phrase);
        return matcher.matches() ? outlet(matcher.group(1)) : Optional.empty();
    }

    /** The outlet that a phrase means: by name, by what it is called, or "the agency" after one was named. */
    Optional<String> outlet(String phrase) {
        return outlets.named(phrase)
                .or(() -> isRole(phrase) ? outlets.named(referents.known(phrase)) : Optional.empty());
    }

    private static boolean isRole(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).startsWith("the ") && phrase.length() < 30;
    }

    private Optional<String> told(Unit unit, Attribution attribution) {
        Range sentence = unit.sentenceOf(attribution.cue().from());
        Optional<String> near = Optional.empty();
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (unit.isQuoted(i)
                    || (attribution.contentContains(new Range(i, i + 1)) && !isAddressee(attribution, i))) {
                continue;
            }
            boolean tells = TELLING.contains(unit.at(i).lower());
            if (tells || (JOINING.contains(unit.at(i).lower()) && followsSpeaking(unit, i, sentence.from()))) {
                Optional<String> name = addressee(unit, i + 1);
                if (name.isPresent() && (tells || attribution.cue().contains(i))) {
                    return name;
                }
                near = near.or(() -> name);
            }
        }
        return near;
    }

    /** A cue's own addressee may have been taken for the beginning of what is said. */
    private static boolean isAddressee(Attribution attribution, int i) {
        return i == attribution.cue().to();
    }

    private Optional<String> addressee(Unit unit, int from) {
        for (int end = NounPhrases.simpleAfter(unit, from); end > from; end--) {
            Optional<String> outlet = outlet(unit.text(new Range(from, end)));
            if (outlet.isPresent()) {
                return outlet;
            }
        }
        return Optional.empty();
    }

    private static boolean followsSpeaking(Unit unit, int i, int from) {
        for (int k = i - 1; k >= Math.max(from, i - NEAR); k--) {
            if (SPEAKING.contains(unit.at(k).lower())) {
                return true;
            }
        }
        return false;
    }

    /** Lets "the agency" or "the newspaper" mean the outlets that are named in these words. */
    void note(Unit unit, Range words) {
        for (int i = words.from(); i < words.to(); i++) {
            int end = i;
            while (end < words.to() && unit.at(end).isCapitalised() && end - i < LONGEST_NAME) {
                end++;
            }
            Range run = new Range(i, end);
            if (!run.isEmpty()) {
                named(unit, run, words.from()).ifPresent(referents::introduceOutlet);
                i = end;
            }
        }
    }

    private Optional<String> named(Unit unit, Range run, int first) {
        for (int from = Math.max(first, run.from() - 2); from < run.to(); from++) {
            if (outlets.named(unit.text(new Range(from, run.to()))).isPresent()) {
                return Optional.of(unit.text(new Range(Math.max(from, run.from()), run.to())));
            }
        }
        return Optional.empty();
    }
}
