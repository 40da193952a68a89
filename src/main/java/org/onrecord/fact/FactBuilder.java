package org.onrecord.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.claim.Modality;

/**
 * Builds the fact that a set of statements makes up. The result depends on nothing but the members and their live
 * claims, and not on the order in which they are given. Immutable; safe to share between threads.
 */
public final class FactBuilder {
    /** How many supporting claims, values and aliases a fact lists at most. */
    public static final int LISTED = 100;

    private static final Comparator<Voice> NEWEST = Comparator.comparing(
                    Voice::occurrence,
                    Comparator.comparing(Occurrence::at, Comparator.reverseOrder())
                            .thenComparing(Occurrence::claimId))
            .thenComparing(voice -> voice.member().statementId());

    private final Families families;

    public FactBuilder(Families families) {
        this.families = families;
    }

    /**
     * The fact led by {@code leaderId}; empty when no live claim is left on it.
     *
     * @param members the leader and its followers, live or not, each once
     */
    public Optional<Fact> build(String leaderId, List<Member> members) {
        int count =
                members.stream().mapToInt(member -> member.occurrences().size()).sum();
        return build(leaderId, members, members, count);
    }

    /**
     * The same fact from fewer claims. Of claims that differ only in article and time the first and the last are enough
     * for all but the list of supporting claims: whatever comes between them is neither the first to give a value nor
     * the last to keep to it.
     *
     * @param told the leader and its followers with, of each {@linkplain Occurrence#voice voice}, at least the first
     *     and the last live claim
     * @param toldNewest the members that have one of the {@link #LISTED} newest claims, with those claims
     * @param count how many live claims there are
     */
    public Optional<Fact> build(String leaderId, List<Member> told, List<Member> toldNewest, int count) {
        List<Member> members = Zero.in(leaderId, told);
        List<Member> newest = Zero.in(leaderId, toldNewest);
        boolean opposite = Sides.statesTheOpposite(members);
        List<Voice> voices = newestFirst(members, opposite);
        if (voices.isEmpty()) {
            return Optional.empty();
        }
        Origins origins = new Origins(families, members);
        Optional<Member> leader =
                members.stream().filter(m -> m.statementId().equals(leaderId)).findFirst();
        Values values = new Values(leader, worded(members, opposite), voices, origins);
        List<FactValue> listed = values.list();
        Optional<FactValue> current = listed.stream().findFirst();
        SortedSet<String> asserting = origins.of(occurrences(voices, values::backsCurrent));
        List<Voice> against = voices.stream()
                .filter(voice -> !voice.asserts() && values.stands(voice))
                .toList();
        SortedSet<String> denying = denying(against, values, origins, asserting);
        Map<Occurrence, String> originOf = new HashMap<>();
        voices.forEach(voice -> originOf.put(voice.occurrence().voice(), origins.of(voice.occurrence())));
        SortedSet<String> carriers = origins.carriers(occurrences(voices, values::backsCurrent));
        List<String> aliases = members.stream()
                .map(Member::statementId)
                .filter(id -> !id.equals(leaderId))
                .distinct()
                .sorted()
                .toList();
        return Optional.of(new Fact(
                leaderId,
                statement(voices, values),
                status(
                        origins.of(occurrences(voices, voice -> voice.asserts() && values.stands(voice))),
                        asserting,
                        denying,
                        listed),
                modality(occurrences(voices, values::backsCurrent)),
                current.map(FactValue::value),
                current.flatMap(FactValue::unit),
                listed.stream().limit(LISTED).toList(),
                List.copyOf(asserting),
                carriers.stream().limit(LISTED).toList(),
                carriers.size(),
                Confidence.of(occurrences(voices, values::backsCurrent), asserting, origins),
                List.copyOf(denying),
                newestFirst(newest, opposite).stream()
                        .limit(LISTED)
                        .map(voice ->
                                support(voice, originOf.get(voice.occurrence().voice())))
                        .toList(),
                count,
                aliases.stream().limit(LISTED).toList(),
                aliases.size(),
                time(voices.get(voices.size() - 1)),
                time(voices.get(0))));
    }

    private static List<Voice> newestFirst(List<Member> members, boolean opposite) {
        return Sides.voices(members, opposite).stream().sorted(NEWEST).toList();
    }

    /**
     * Who denies an older value while asserting the current one ("not 20 but 12"), or one that they gave themselves,
     * does not deny the fact.
     */
    private static SortedSet<String> denying(
            List<Voice> against, Values values, Origins origins, SortedSet<String> asserting) {
        return origins.of(occurrences(
                against,
                voice -> !values.isAboutAnother(voice)
                        || !(asserting.contains(origins.of(voice.occurrence())) || values.takesBack(voice))));
    }

    /** The members whose words say what the fact says, live or not. */
    private static List<Member> worded(List<Member> members, boolean opposite) {
        return members.stream()
                .filter(member -> Sides.isOpposite(member) == opposite)
                .toList();
    }

    private static FactStatus status(
            SortedSet<String> anyValue, SortedSet<String> current, SortedSet<String> denying, List<FactValue> values) {
        SortedSet<String> both = new TreeSet<>(anyValue);
        both.addAll(denying);
        boolean contradicted = !anyValue.isEmpty() && !denying.isEmpty() && both.size() > 1;
        boolean rivals = values.stream().anyMatch(value -> value.standing() == ValueStanding.RIVAL);
        if (contradicted || rivals) {
            return FactStatus.DISPUTED;
        }
        return current.size() > 1 && denying.isEmpty() ? FactStatus.CORROBORATED : FactStatus.REPORTED;
    }

    /** Of a fact that is only denied nothing firmer can be said than that it is possible. */
    private static Modality modality(List<Occurrence> backing) {
        return backing.stream()
                .map(Occurrence::modality)
                .min(Comparator.naturalOrder())
                .orElse(Modality.POSSIBLE);
    }

    private static String statement(List<Voice> voices, Values values) {
        return Stream.<Predicate<Voice>>of(v -> v.outright() && values.backsCurrent(v), Voice::outright, Voice::worded)
                .map(choice -> occurrences(voices, choice))
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .map(Wording::clearest)
                .orElseThrow();
    }

    private static List<Occurrence> occurrences(List<Voice> voices, Predicate<Voice> choice) {
        return voices.stream().filter(choice).map(Voice::occurrence).toList();
    }

    private static Support support(Voice voice, String origin) {
        Occurrence o = voice.occurrence();
        List<String> chain = Stream.of(o.via().stream(), o.chain().stream(), o.source().stream())
                .flatMap(part -> part)
                .toList();
        return new Support(
                o.claimId(),
                o.articleId(),
                o.outlet(),
                o.source(),
                o.via(),
                voice.stance(),
                o.text(),
                o.at(),
                chain,
                origin);
    }

    private static Instant time(Voice voice) {
        return voice.occurrence().at();
    }
}
