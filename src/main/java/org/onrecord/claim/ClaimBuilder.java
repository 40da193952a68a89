package org.onrecord.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;
import org.onrecord.claim.tagger.Tagging;

/** Turns the attributions of one article, unit by unit, into claims. Not thread-safe: one an article. */
final class ClaimBuilder {
    private final Article article;
    private final Outlets outlets;
    private final Optional<String> via;
    private final Granularity granularity;
    private final Referents referents = new Referents();
    /** The agency that each source was told to have spoken to. */
    private final Map<String, String> confidants = new HashMap<>();

    private final List<Claim> claims = new ArrayList<>();
    private Optional<Voice> speaker = Optional.empty();
    private Optional<Voice> continuing = Optional.empty();

    /** Who is speaking, for quotations that go on without saying so again. */
    private record Voice(Optional<Source> source, Optional<Mention> cue, Optional<String> via) {}

    ClaimBuilder(Article article, Outlets outlets, Optional<String> via, Granularity granularity) {
        this.article = article;
        this.outlets = outlets;
        this.via = via;
        this.granularity = granularity;
    }

    /** @param goesOn whether the paragraph before left its quotation open */
    void startParagraph(boolean goesOn) {
        continuing = goesOn ? speaker : Optional.empty();
        speaker = continuing;
    }

    void add(Unit unit, List<Attribution> attributions, Tagging tagging) {
        List<Voice> voices = new ArrayList<>();
        for (Attribution attribution : attributions) {
            voices.add(voice(unit, attribution));
        }
        boolean[] covered = new boolean[unit.size()];
        for (int i = 0; i < attributions.size(); i++) {
            Attribution attribution = attributions.get(i);
            attribution.gaps().forEach(gap -> cover(covered, gap));
            attribution.source().ifPresent(source -> cover(covered, source));
            cover(covered, attribution.cue());
            attribution.content().forEach(part -> cover(covered, part));
            addClaims(unit, attribution, voices.get(i), chain(attributions, voices, i));
        }
        voices.stream().filter(voice -> voice.source().isPresent()).forEach(voice -> speaker = Optional.of(voice));
        referents.readNames(unit);
        unit.sentences().forEach(sentence -> rest(unit, sentence, covered, tagging));
    }

    /** In the order of their first span. */
    List<Claim> claims() {
        return claims.stream()
                .sorted(java.util.Comparator.comparingInt(
                        claim -> claim.content().spans().get(0).start()))
                .toList();
    }

    private static void cover(boolean[] covered, Range range) {
        java.util.Arrays.fill(covered, range.from(), Math.min(range.to(), covered.length), true);
    }

    private Voice voice(Unit unit, Attribution attribution) {
        Optional<Source> source = attribution.source().map(range -> source(unit, range));
        Optional<String> told = Cues.addressees(unit, attribution.cue()).stream()
                .map(unit::text)
                .map(this::outletMeant)
                .filter(outlets::isOutletName)
                .findFirst();
        // Who has spoken to an agency goes on speaking to it.
        Optional<String> spokeTo = source.map(Source::resolved).map(confidants::get);
        Optional<String> relayed = told.or(() -> source.map(Source::resolved).filter(outlets::isOutletName))
                .filter(name -> !outlets.isOwn(article, name))
                .map(outlets::nameOf)
                .or(() -> spokeTo)
                .or(() -> via);
        if (told.isPresent() && relayed.isPresent()) {
            source.ifPresent(speaker -> confidants.putIfAbsent(speaker.resolved(), relayed.get()));
        }
        return new Voice(source, Optional.of(mention(unit, List.of(attribution.cue()))), relayed);
    }

    private Source source(Unit unit, Range range) {
        String resolved = referents.resolve(unit.text(range));
        return new Source(mention(unit, List.of(range)), resolved, SourceTypes.of(resolved));
    }

    /** "the agency" is whoever bore that name before. */
    private String outletMeant(String addressee) {
        return outlets.isOutletName(addressee) ? addressee : referents.known(addressee);
    }

    private static List<String> chain(List<Attribution> attributions, List<Voice> voices, int inner) {
        List<String> chain = new ArrayList<>();
        Range cue = attributions.get(inner).cue();
        for (int i = 0; i < attributions.size(); i++) {
            if (i != inner && attributions.get(i).contentContains(cue)) {
                voices.get(i).source().map(Source::resolved).ifPresent(chain::add);
            }
        }
        return chain;
    }

    private void addClaims(Unit unit, Attribution attribution, Voice voice, List<String> chain) {
        Stance stance = Cues.denies(unit, attribution.cue()) ? Stance.DENIES : Stance.ASSERTS;
        List<Range> content = attribution.content();
        double confidence = attribution.confidence();
        if (isBroken(unit, content) || granularity == Granularity.ATTRIBUTION) {
            claims.add(claim(unit, content, Optional.of(voice), chain, stance, confidence));
            return;
        }
        for (Range part : content) {
            for (Range fact : FactSplitter.split(unit, withoutThat(unit, part))) {
                claims.add(claim(unit, List.of(fact), Optional.of(voice), chain, stance, confidence));
            }
        }
    }

    /** Whether the attribution stands in the middle of one sentence, and not between a sentence and an afterthought. */
    private static boolean isBroken(Unit unit, List<Range> content) {
        if (content.size() < 2 || Character.isUpperCase(firstLetter(unit, content.get(1)))) {
            return false;
        }
        Range first = content.get(0);
        Range second = unit.trim(content.get(1), false);
        return unit.isQuoted(second.from())
                || !unit.hasVerb(first.from(), first.to())
                || unit.at(second.from()).isVerb();
    }

    private static Range withoutThat(Unit unit, Range content) {
        boolean that = unit.at(content.from()).is("that")
                && unit.at(content.from()).tag().equals("SCONJ");
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
        Range rest = withoutConjunction(unit, words);
        for (Range fact : granularity == Granularity.ATTRIBUTION ? List.of(rest) : FactSplitter.split(unit, rest)) {
            claims.add(claim(unit, List.of(fact), voice, List.of(), Stance.ASSERTS, confidence));
        }
    }

    private static Range withoutConjunction(Unit unit, Range words) {
        boolean conjunction = words.from() > 0 && unit.at(words.from()).tag().equals("CCONJ");
        return conjunction && words.to() - words.from() > 1 ? new Range(words.from() + 1, words.to()) : words;
    }

    private Claim claim(
            Unit unit,
            List<Range> content,
            Optional<Voice> voice,
            List<String> chain,
            Stance stance,
            double confidence) {
        Mention mention = mention(
                unit,
                content.stream()
                        .filter(part -> !unit.trim(part, false).isEmpty())
                        .map(part -> granularity == Granularity.ATTRIBUTION ? part : unit.trim(part, false))
                        .toList());
        ClaimKind kind = voice.isEmpty() ? ClaimKind.OWN_VOICE : kind(unit, content);
        Optional<Source> source = voice.flatMap(Voice::source);
        return new Claim(
                kind,
                mention,
                source,
                voice.flatMap(Voice::cue),
                voice.isPresent() ? voice.get().via() : via,
                chain,
                stance,
                Modalities.of(mention.text()),
                Propositions.of(mention.text(), source, kind == ClaimKind.DIRECT),
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
