package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.claim.Hint.Form;

/**
 * Finds attributions within and around others ("X said Y had denied Z"), which the tagger cannot, as a word has one role
 * there. By the rules' hints, of those with a cue that tells what somebody says. Quotations are left whole.
 */
final class Nesting {
    private static final Set<String> CUES =
            Set.of(("say says said saying tell tells told telling deny denies denied denying confirm confirms confirmed"
                            + " claim claims claimed claiming insist insists insisted insisting admit admits admitted admitting"
                            + " acknowledge acknowledges acknowledged warn warns warned warning announce announces announced"
                            + " report reports reported argue argues argued assert asserts asserted allege alleges alleged alleging"
                            + " testify testifies testified promise promises promised reject rejects rejected rejecting dismiss"
                            + " dismisses dismissed dismissing refute refutes refuted dispute disputes disputed add adds added"
                            + " reiterate reiterates reiterated maintain maintains maintained assure assures assured inform informs"
                            + " informed declare declares declared state stated concede concedes conceded explain explains explained"
                            + " write writes wrote written complain complains complained pledge pledges pledged vow vows vowed"
                            + " according ruled found find finds show shows showed suggest suggests suggested")
                    .split(" "));

    private final Unit unit;
    private final List<Attribution> all;

    private Nesting(Unit unit, List<Attribution> found) {
        this.unit = unit;
        this.all = new ArrayList<>(found);
    }

    /** The attributions, and what is nested in them or what they are nested in; by cue. */
    static List<Attribution> nest(Unit unit, List<Attribution> found) {
        Nesting nesting = new Nesting(unit, found);
        found.forEach(nesting::takeSpeakerOut);
        found.forEach(nesting::openWithSource);
        nesting.all.replaceAll(nesting::joined);
        unit.rules().stream().filter(nesting::counts).forEach(nesting::place);
        return nesting.all.stream()
                .sorted(Comparator.comparingInt(attribution -> attribution.cue().from()))
                .toList();
    }

    /** "The mayor said that, according to the engineers, …": the mayor says what the engineers say. */
    private void takeSpeakerOut(Attribution attribution) {
        Range part = attribution.content().get(0);
        Range words = unit.trim(part, false);
        int verb = words.isEmpty() || !unit.at(words.to() - 1).is("that") ? words.to() - 1 : words.to() - 2;
        boolean says = attribution.content().size() > 1
                && part.to() <= attribution.cue().from()
                && verb > words.from()
                && CUES.contains(unit.at(verb).lower());
        Range source = says ? NounPhrases.before(unit, verb, words.from()) : new Range(0, 0);
        if (source.from() == words.from() && !source.isEmpty()) {
            List<Range> rest =
                    attribution.content().subList(1, attribution.content().size());
            all.set(all.indexOf(attribution), attribution.withContent(rest));
            Range content = new Range(words.to(), rest.get(rest.size() - 1).to());
            all.add(attribution(content, source, new Range(verb, verb + 1), false, attribution.confidence()));
        }
    }

    /** The same where the mayor was taken for the speaker, and the engineers for what is said. */
    private void openWithSource(Attribution attribution) {
        Range part = attribution.content().get(0);
        int from = part.from();
        while (from < part.to() && (unit.at(from).is("that") || unit.at(from).is(","))) {
            from++;
        }
        int end =
                unit.at(from).is("according") && unit.at(from + 1).is("to") ? NounPhrases.after(unit, from + 2) : from;
        if (end > from + 2 && unit.at(end).is(",") && end + 1 < part.to() && all.contains(attribution)) {
            Range content = new Range(end + 1, part.to());
            Range source = new Range(from + 2, end);
            all.add(attribution(content, source, new Range(from, from + 2), false, attribution.confidence()));
        }
    }

    private boolean counts(Hint hint) {
        Range cue = hint.cue();
        return unit.has(cue, CUES)
                && hint.form() != Form.SHARED
                && hint.source()
                        .filter(source -> !isRelative(source) && !Deeds.is(unit, source, cue, content(hint)))
                        .isPresent()
                && !unit.isQuoted(cue.from())
                && !Cues.withholds(unit, cue);
    }

    private boolean isRelative(Range source) {
        return unit.at(source.from()).is("who")
                || unit.at(source.from()).is("which")
                || unit.at(source.from()).is("that");
    }

    private void place(Hint hint) {
        Range source = hint.source().orElseThrow();
        Range content = content(hint);
        boolean known = all.stream()
                .anyMatch(other -> other.cue().overlaps(hint.cue())
                        || other.cue().overlaps(source)
                        || other.source().filter(hint.cue()::overlaps).isPresent());
        if (known || content.isEmpty()) {
            return;
        }
        if (placeApart(hint, content)) {
            return;
        }
        if (hint.form() == Form.TRAILING) {
            placeAfter(hint, content);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            Attribution other = all.get(i);
            Optional<Range> around = other.content().stream()
                    .filter(part -> part.contains(hint.cue()) && part.contains(source))
                    .findFirst();
            if (around.isPresent()) {
                placeWithin(i, around.get(), hint, content);
                return;
            }
        }
        boolean outer = all.stream().anyMatch(other -> content.contains(other.cue()));
        if (outer
                && all.stream()
                        .noneMatch(
                                other -> other.source().filter(source::overlaps).isPresent())) {
            all.add(attribution(hint, content, .5));
        }
    }

    /** "It burned, the mayor said. It was old, according to the owner": the tagger gave the owner both sentences. */
    private boolean placeApart(Hint hint, Range content) {
        Range sentence = unit.sentenceOf(hint.cue().from());
        for (int i = 0; i < all.size(); i++) {
            Attribution other = all.get(i);
            List<Range> rest = other.content().stream()
                    .flatMap(part -> part.contains(hint.cue())
                            ? Stream.of(new Range(part.from(), sentence.from()), new Range(sentence.to(), part.to()))
                            : Stream.of(part))
                    .filter(part -> !unit.trim(part, false).isEmpty())
                    .toList();
            if (other.contentContains(hint.cue())
                    && !sentence.contains(other.cue().from())
                    && !rest.isEmpty()) {
                all.set(i, other.withContent(rest));
                all.add(attribution(hint, content, other.confidence()));
                return true;
            }
        }
        return false;
    }

    /** "The driver had denied it, the prosecutor said." */
    private void placeAfter(Hint hint, Range content) {
        List<Attribution> within = all.stream()
                .filter(other -> content.contains(other.cue())
                        && other.source().filter(content::contains).isPresent()
                        && other.content().stream().anyMatch(content::overlaps))
                .toList();
        boolean free = all.stream()
                .noneMatch(other -> other.source()
                                .filter(hint.source().orElseThrow()::overlaps)
                                .isPresent()
                        || (other.contentContains(hint.cue()) && !within.contains(other)));
        if (!within.isEmpty() && free && hint.content().size() == 1) {
            all.replaceAll(other -> within.contains(other) ? other.withContent(within(other, content)) : other);
            all.add(attribution(hint, content, .5));
        }
    }

    private static List<Range> within(Attribution attribution, Range around) {
        return attribution.content().stream()
                .filter(around::overlaps)
                .map(part -> part.within(around))
                .toList();
    }

    /** The content of a hint as far as its sentence goes. */
    private Range content(Hint hint) {
        Range sentence = unit.sentenceOf(hint.cue().from());
        Range whole = hint.content().get(hint.content().size() - 1);
        boolean subject = hint.addressee().isPresent() && unit.at(whole.from()).isVerb();
        // "warned the patient might not wake": nobody was told, the patient may not wake.
        int from = subject ? hint.addressee().orElseThrow().from() : whole.from();
        Range content = Addressees.skip(unit, hint.cue(), new Range(from, whole.to()).within(sentence));
        return unit.trim(content, true).isEmpty() ? new Range(0, 0) : content;
    }

    private void placeWithin(int index, Range part, Hint hint, Range content) {
        Attribution other = all.get(index);
        Range extent = hint.extent();
        boolean closes = extent.from() <= part.from() + 1 && other.cue().from() >= part.to();
        if (closes && takePrefix(index, part, hint, content)) {
            return;
        }
        if (isCoordinate(extent.from(), part)) {
            all.set(index, replace(other, part, new Range(part.from(), extent.from() - 1)));
            all.add(attribution(hint, content, other.confidence()));
        } else if (closes || extent.from() > part.from() || other.cue().to() <= part.from()) {
            Range inner = content;
            if (content.from() >= part.to()) {
                // "had denied, in a letter, that …": the tagger stopped at the comma.
                all.set(index, replace(other, part, new Range(part.from(), content.to())));
            } else {
                inner = content.within(part);
            }
            if (!unit.trim(inner, false).isEmpty()) {
                all.add(attribution(hint, inner, other.confidence()));
            }
        }
    }

    /**
     * "The mayor said that, according to the engineers, …": the first words are of the attribution around it. Not so in
     * "The mayor ruled out a sale, the paper reported".
     */
    private boolean takePrefix(int index, Range part, Hint hint, Range content) {
        Attribution other = all.get(index);
        Range rest = new Range(Math.min(part.to(), hint.extent().to()), part.to());
        boolean that = unit.trim(rest, false).isEmpty()
                || (rest.to() - rest.from() == 1 && unit.at(rest.from()).is("that"));
        Optional<Range> after = that ? Optional.empty() : afterInterruption(other, rest);
        if (!that && after.isEmpty()) {
            return false;
        }
        List<Range> left = new ArrayList<>(other.content());
        left.remove(part);
        after.ifPresent(goesOn -> left.addAll(0, List.of(rest, goesOn)));
        if (!left.isEmpty()) {
            all.set(index, other.withContent(left));
            Range sentence = unit.sentenceOf(hint.cue().from());
            all.add(attribution(hint, new Range(content.from(), sentence.to()), other.confidence()));
        }
        return true;
    }

    /** "The pumps, she said, had failed at noon": both sides of the attribution are one content. */
    private Attribution joined(Attribution attribution) {
        if (attribution.content().size() != 1) {
            return attribution;
        }
        Range before = attribution.content().get(0);
        int end = attribution.source().map(Range::to).orElse(0);
        end = Adverbials.skip(unit, Math.max(Addressees.after(unit, attribution.cue()), end));
        Range sentence = unit.sentenceOf(attribution.cue().from());
        if (before.to() > attribution.cue().from() || !unit.at(end).is(",") || end + 2 >= sentence.to()) {
            return attribution;
        }
        boolean clause = unit.hasVerb(before.from(), before.to());
        boolean broken = !clause && unit.at(end + 1).isVerb();
        Range rest = broken ? new Range(end + 1, sentence.to()) : new Range(end + 2, sentence.to());
        boolean goesOn = broken || (clause && unit.at(end + 1).is("and") && isSaidOn(rest));
        return goesOn ? attribution.withContent(List.of(before, rest)) : attribution;
    }

    /** "It fell, she said, and it broke": what follows "and" is a clause that has no other source. */
    private boolean isSaidOn(Range rest) {
        return FactSplitter.startsClause(unit, rest.from(), rest.to())
                && all.stream().noneMatch(other -> rest.contains(other.cue()) || other.contentContains(rest))
                && unit.rules().stream().noneMatch(hint -> rest.contains(hint.cue()));
    }

    /** "the tower was, according to the engineers, leaning": what goes on after the source. */
    private Optional<Range> afterInterruption(Attribution attribution, Range before) {
        Range words = unit.trim(before, false);
        int end = attribution.source().map(Range::to).orElse(attribution.cue().to());
        Range sentence = unit.sentenceOf(attribution.cue().from());
        return !words.isEmpty()
                        && unit.at(words.to() - 1).isVerb()
                        && unit.at(end).is(",")
                        && end + 1 < sentence.to()
                ? Optional.of(new Range(end + 1, sentence.to()))
                : Optional.empty();
    }

    /** "…, and the manager said": another attribution beside the one before, not within it. */
    private boolean isCoordinate(int from, Range part) {
        Token left = unit.at(from - 1);
        return from - 1 > part.from()
                && (left.is(";")
                        || left.is("and")
                        || left.is("but")
                        || left.is("while")
                        || left.is("though")
                        || left.is("although"));
    }

    private static Attribution replace(Attribution attribution, Range part, Range by) {
        return attribution.withContent(attribution.content().stream()
                .map(other -> other.equals(part) ? by : other)
                .toList());
    }

    private Attribution attribution(Hint hint, Range content, double confidence) {
        Range cue = hint.cue();
        return attribution(content, hint.source().orElseThrow(), cue, Cues.denies(unit, cue), confidence);
    }

    private static Attribution attribution(Range content, Range source, Range cue, boolean denies, double confidence) {
        return new Attribution(
                List.of(content), Optional.of(source), cue, List.of(), Optional.empty(), denies, confidence);
    }
}
