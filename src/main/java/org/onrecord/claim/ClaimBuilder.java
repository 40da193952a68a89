package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;
import org.onrecord.claim.tagger.Tagging;

/** Turns the attributions of one article, unit by unit, into claims. Not thread-safe: one an article. */
final class ClaimBuilder {
    private final String body;
    private final Granularity granularity;
    private final Referents referents = new Referents();
    private final Relays relays;
    private final List<Claim> claims = new ArrayList<>();
    private Optional<Voice> speaker = Optional.empty();
    private Optional<Voice> continuing = Optional.empty();

    /** Who is speaking, for quotations that go on without saying so again. */
    private record Voice(Optional<Source> source, Optional<Mention> cue, Optional<String> via) {}

    ClaimBuilder(Article article, Outlets outlets, Optional<String> via, Granularity granularity) {
        this.body = article.body();
        this.granularity = granularity;
        this.relays = new Relays(article, outlets, via, referents);
    }

    /** @param goesOn whether the paragraph before left its quotation open */
    void startParagraph(boolean goesOn) {
        continuing = goesOn ? speaker : Optional.empty();
        speaker = continuing;
        referents.startParagraph();
    }

    void add(Unit unit, List<Attribution> attributions, Tagging tagging) {
        List<Voice> voices = voices(unit, attributions);
        boolean[] covered = new boolean[unit.size()];
        for (int i = 0; i < attributions.size(); i++) {
            Attribution attribution = attributions.get(i);
            attribution.gaps().forEach(gap -> cover(covered, gap));
            attribution.source().ifPresent(source -> cover(covered, source));
            cover(covered, attribution.cue());
            attribution.content().forEach(part -> cover(covered, part));
            addClaims(unit, attributions, voices, i);
        }
        voices.stream().filter(voice -> voice.source().isPresent()).forEach(voice -> speaker = Optional.of(voice));
        unit.sentences().forEach(sentence -> rest(unit, sentence, covered, tagging));
    }

    /** Who speaks in each attribution; what a sentence names is known in the next. */
    private List<Voice> voices(Unit unit, List<Attribution> attributions) {
        List<Voice> voices = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < attributions.size(); i++) {
            Attribution attribution = attributions.get(i);
            int from = unit.sentenceOf(attribution.cue().from()).from();
            read(unit, new Range(read, from));
            read = Math.max(read, from);
            Optional<Voice> outer = Optional.empty();
            for (int k = 0; k < i; k++) {
                outer = attributions.get(k).contentContains(attribution.cue()) ? Optional.of(voices.get(k)) : outer;
            }
            voices.add(voice(unit, attribution, outer));
            outer.flatMap(Voice::source).map(Source::resolved).ifPresent(referents::again);
        }
        read(unit, new Range(read, unit.size()));
        return voices;
    }

    private void read(Unit unit, Range words) {
        referents.readNames(unit, words);
        relays.note(unit, words);
    }

    /** In the order of their first span. */
    List<Claim> claims() {
        List<Claim> ordered = claims.stream()
                .sorted(Comparator.comparingInt(
                        claim -> claim.content().spans().get(0).start()))
                .toList();
        return granularity == Granularity.ATTRIBUTION ? ordered : Rebuttals.read(body, ordered);
    }

    private static void cover(boolean[] covered, Range range) {
        java.util.Arrays.fill(covered, range.from(), Math.min(range.to(), covered.length), true);
    }

    private Voice voice(Unit unit, Attribution attribution, Optional<Voice> outer) {
        Optional<Source> source = attribution.source().map(range -> source(unit, withoutComma(unit, range)));
        return new Voice(
                source,
                Optional.of(mention(unit, List.of(attribution.cue()))),
                relays.of(unit, attribution, source, outer.flatMap(Voice::via)));
    }

    private Source source(Unit unit, Range range) {
        String resolved = referents.resolve(unit, antecedent(unit, range).orElse(range));
        return new Source(mention(unit, List.of(range)), resolved, SourceTypes.of(resolved));
    }

    /** "Ruvan Destry, head of the army, said": the comma that ends an apposition names nobody. */
    private static Range withoutComma(Unit unit, Range range) {
        boolean comma = range.to() - range.from() > 1 && unit.at(range.to() - 1).is(",");
        return comma ? new Range(range.from(), range.to() - 1) : range;
    }

    /** Whom "who" and "which" mean: what stands before the comma. */
    private static Optional<Range> antecedent(Unit unit, Range range) {
        boolean relative = range.to() - range.from() == 1
                && (unit.at(range.from()).is("who") || unit.at(range.from()).is("which"));
        int end = unit.at(range.from() - 1).is(",") ? range.from() - 1 : range.from();
        Range before = relative ? NounPhrases.before(unit, end, 0) : new Range(0, 0);
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    /** The sources around an attribution, the outermost first, but for outlets, which relay. */
    private List<String> chain(List<Attribution> attributions, List<Voice> voices, int inner) {
        Range cue = attributions.get(inner).cue();
        Voice own = voices.get(inner);
        return IntStream.range(0, attributions.size())
                .filter(i -> i != inner && attributions.get(i).contentContains(cue))
                .boxed()
                .sorted(Comparator.comparingInt(i -> -length(attributions.get(i))))
                .flatMap(i -> voices.get(i).source().stream())
                .filter(source -> !own.source().map(Source::resolved).equals(Optional.of(source.resolved())))
                .filter(source -> own.via().isEmpty() || !own.via().equals(relays.outlet(source.resolved())))
                .map(Source::resolved)
                .distinct()
                .toList();
    }

    private static int length(Attribution attribution) {
        return attribution.content().stream()
                .mapToInt(part -> part.to() - part.from())
                .sum();
    }

    private void addClaims(Unit unit, List<Attribution> attributions, List<Voice> voices, int index) {
        Attribution attribution = attributions.get(index);
        Voice voice = voices.get(index);
        List<String> chain = chain(attributions, voices, index);
        List<Range> content = attribution.content();
        double confidence = attribution.confidence();
        Stance stance = attribution.denies() ? Stance.DENIES : Stance.ASSERTS;
        if (granularity == Granularity.ATTRIBUTION || isBroken(unit, content)) {
            claims.add(claim(
                    unit, new Proposition(content, Optional.empty()), Optional.of(voice), chain, stance, confidence));
            return;
        }
        List<Range> relayed = relayed(attributions, voices, index);
        for (Range part : content) {
            List<Proposition> facts = FactSplitter.split(unit, withoutThat(unit, part), attribution.denies());
            for (int i = 0; i < facts.size(); i++) {
                Proposition fact = facts.get(i);
                boolean denied = attribution.denies()
                        && (i == 0
                                || FactSplitter.isCoordinate(unit, facts.get(0).first(), fact.first()));
                if (relayed.stream().noneMatch(fact::contains) && !isSaidByAnother(unit, fact)) {
                    claims.add(claim(
                            unit,
                            fact,
                            Optional.of(voice),
                            chain,
                            denied ? Stance.DENIES : Stance.ASSERTS,
                            confidence));
                }
            }
        }
    }

    /** "according to the engineers, the tower was leaning": whoever says so, it is the engineers' claim. */
    private static boolean isSaidByAnother(Unit unit, Proposition fact) {
        int from = unit.trim(fact.first(), false).from();
        return unit.at(from).is("according") && unit.at(from + 1).is("to");
    }

    /** The cues of attributions within one that adds nothing to them: an outlet that relays, or the same speaker again. */
    private List<Range> relayed(List<Attribution> attributions, List<Voice> voices, int outer) {
        Optional<Source> source = voices.get(outer).source();
        return IntStream.range(0, attributions.size())
                .filter(i -> i != outer
                        && attributions
                                .get(outer)
                                .contentContains(attributions.get(i).cue()))
                .filter(i -> source.filter(relays::isOutlet).isPresent()
                        || voices.get(i).source().map(Source::resolved).equals(source.map(Source::resolved)))
                .mapToObj(i -> attributions.get(i).cue())
                .toList();
    }

    /** Whether the attribution stands in the middle of one sentence, and not between a sentence and an afterthought. */
    private static boolean isBroken(Unit unit, List<Range> content) {
        if (content.size() < 2 || Character.isUpperCase(firstLetter(unit, content.get(1)))) {
            return false;
        }
        Range first = content.get(0);
        Range second = unit.trim(content.get(1), false);
        // "died, she said, raising the count" is told apart from "the tower was, she said, leaning".
        boolean trails = unit.at(second.from()).lower().endsWith("ing")
                && unit.hasVerb(first.from(), first.to())
                && !unit.at(unit.trim(first, false).to() - 1).isVerb();
        return unit.isQuoted(second.from())
                || !unit.hasVerb(first.from(), first.to())
                || (unit.at(second.from()).isVerb() && !trails);
    }

    /** "accused the firm of hiding losses": what is said is "hiding losses". */
    private static Range withoutThat(Unit unit, Range content) {
        Token first = unit.at(content.from());
        boolean that = (first.is("that")
                        && (first.tag().equals("SCONJ")
                                || !unit.at(content.from() + 1).isVerb()))
                || first.is("of");
        return that && content.to() - content.from() > 1 ? new Range(content.from() + 1, content.to()) : content;
    }

    private static int firstLetter(Unit unit, Range range) {
        Range words = unit.trim(range, false);
        return words.isEmpty() ? 'A' : unit.at(words.from()).text().codePointAt(0);
    }

    /** What no attribution covers of a sentence: a quotation that goes on, else the outlet's own voice. */
    private void rest(Unit unit, Range sentence, boolean[] covered, Tagging tagging) {
        int from = sentence.from();
        while (from < sentence.to()) {
            int to = from;
            while (to < sentence.to() && covered[to] == covered[from]) {
                to++;
            }
            boolean whole = from == sentence.from() && to == sentence.to();
            Range words = covered[from] ? new Range(from, from) : unit.trim(new Range(from, to), false);
            if ((whole && !words.isEmpty())
                    || (words.to() - words.from() > 3 && unit.hasVerb(words.from(), words.to()))) {
                addRest(unit, words, tagging.ownVoice(words.from(), words.to()));
            }
            from = to;
        }
    }

    private void addRest(Unit unit, Range words, double confidence) {
        boolean quoted = true;
        for (int i = words.from(); i < words.to(); i++) {
            quoted &= unit.isQuoted(i) || !unit.at(i).isWord();
        }
        Optional<Voice> voice = quoted ? speaker : Optional.empty();
        Range rest = withoutConjunction(unit, new Range(words.from(), Contents.withoutTail(unit, words)));
        List<Proposition> facts = granularity == Granularity.ATTRIBUTION
                ? List.of(Proposition.of(rest))
                : FactSplitter.split(unit, rest, false);
        for (Proposition fact : facts) {
            claims.add(claim(unit, fact, voice, List.of(), Stance.ASSERTS, confidence));
        }
    }

    private static Range withoutConjunction(Unit unit, Range words) {
        boolean conjunction = words.from() > 0 && unit.at(words.from()).tag().equals("CCONJ");
        return conjunction && words.to() - words.from() > 1 ? new Range(words.from() + 1, words.to()) : words;
    }

    private Claim claim(
            Unit unit, Proposition fact, Optional<Voice> voice, List<String> chain, Stance stance, double confidence) {
        Mention mention = granularity == Granularity.ATTRIBUTION ? mention(unit, fact.words()) : fact.mention(unit);
        ClaimKind kind = voice.isEmpty() ? ClaimKind.OWN_VOICE : kind(unit, fact.words());
        Optional<Source> source = voice.flatMap(Voice::source);
        return new Claim(
                kind,
                mention,
                source,
                voice.flatMap(Voice::cue),
                voice.isPresent() ? voice.get().via() : relays.credited(),
                chain,
                stance,
                Modalities.of(mention.text()),
                Propositions.of(Measures.read(unit, fact).text(unit), source, kind == ClaimKind.DIRECT),
                confidence);
    }

    private static ClaimKind kind(Unit unit, List<Range> content) {
        int words = 0;
        int quoted = 0;
        for (Range part : content) {
            for (int i = part.from(); i < part.to(); i++) {
                if (unit.at(i).isWord()) {
                    words++;
                    quoted += unit.isQuoted(i) ? 1 : 0;
                }
            }
        }
        return quoted == 0 ? ClaimKind.INDIRECT : quoted == words ? ClaimKind.DIRECT : ClaimKind.MIXED;
    }

    private static Mention mention(Unit unit, List<Range> ranges) {
        return Mention.of(unit.body(), ranges.stream().map(unit::span).toList());
    }
}
