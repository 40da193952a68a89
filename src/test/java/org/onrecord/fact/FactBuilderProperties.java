package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.onrecord.claim.Modality;
import org.onrecord.claim.SourceType;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;

class FactBuilderProperties {
    private static final List<String> SOURCES =
            List.of("the ministry", "Orovia's ministry", "health ministry", "Bank of Norvenia", "Tarsted", "outlet1");
    private static final List<Relation> RELATIONS = List.of(Relation.SAME, Relation.VALUE, Relation.OPPOSITE);

    @Property(tries = 300)
    void theOrderOfMembersAndClaimsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        List<Member> members = members(new Random(seed), size);
        FactBuilder builder = new FactBuilder(Families.NONE);
        assertThat(builder.build("s0", shuffled(members, new Random(seed + 1))))
                .isEqualTo(builder.build("s0", members));
    }

    @Property(tries = 300)
    void countsAreExactAndEveryPartOfTheFactAgrees(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        List<Member> members = members(new Random(seed), size);
        int live = members.stream().mapToInt(m -> m.occurrences().size()).sum();
        new FactBuilder(Families.NONE)
                .build("s0", members)
                .ifPresentOrElse(
                        fact -> {
                            assertThat(fact.supportCount()).isEqualTo(live);
                            assertThat(fact.aliasCount()).isEqualTo(members.size() - 1);
                            assertThat(fact.firstReportedAt()).isBeforeOrEqualTo(fact.lastReportedAt());
                            assertThat(fact.origins().size() + fact.deniedBy().size())
                                    .isPositive();
                            assertThat(fact.values().stream().filter(v -> v.standing() == ValueStanding.CURRENT))
                                    .hasSize(fact.values().isEmpty() ? 0 : 1);
                            assertThat(fact.value())
                                    .isEqualTo(
                                            fact.values().stream().findFirst().map(FactValue::value));
                            if (fact.status() == FactStatus.CORROBORATED) {
                                assertThat(fact.origins()).hasSizeGreaterThan(1);
                                assertThat(fact.deniedBy()).isEmpty();
                            }
                        },
                        () -> assertThat(live).isZero());
    }

    @Property(tries = 1000)
    void ofAVoiceThatRepeatsItselfTheFirstAndTheLastClaimAreEnough(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        Random random = new Random(seed);
        List<Member> all = members(random, size).stream()
                .map(member -> with(member, repeated(random, member.occurrences())))
                .toList();
        List<Member> few = all.stream()
                .map(member -> with(member, firstAndLast(member.occurrences())))
                .toList();
        int count = all.stream().mapToInt(m -> m.occurrences().size()).sum();

        FactBuilder builder = new FactBuilder(Families.NONE);

        assertThat(builder.build("s0", few, all, count)).isEqualTo(builder.build("s0", all));
    }

    private static List<Occurrence> repeated(Random random, List<Occurrence> once) {
        List<Occurrence> repeated = new ArrayList<>(once);
        for (Occurrence o : once) {
            for (int i = random.nextInt(5); i > 0; i--) {
                repeated.add(new Occurrence(
                        o.claimId() + "+" + i,
                        "another article",
                        o.outlet(),
                        o.outletName(),
                        o.sourceText(),
                        o.sourceResolved(),
                        o.sourceType(),
                        o.via(),
                        o.stance(),
                        o.modality(),
                        o.kind(),
                        o.text(),
                        o.at().plusSeconds(60L * (random.nextInt(9) - 4)),
                        o.chain(),
                        o.confidence()));
            }
        }
        return repeated;
    }

    private static List<Occurrence> firstAndLast(List<Occurrence> occurrences) {
        Map<Occurrence, List<Occurrence>> voices =
                occurrences.stream().collect(Collectors.groupingBy(Occurrence::voice));
        return voices.values().stream()
                .flatMap(voice -> Stream.of(
                        Collections.min(voice, Occurrence.EARLIEST), Collections.max(voice, Occurrence.EARLIEST)))
                .distinct()
                .toList();
    }

    private static Member with(Member m, List<Occurrence> occurrences) {
        return new Member(m.statementId(), m.relation(), m.normalisedText(), m.values(), occurrences);
    }

    private static List<Member> members(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    Relation relation = i == 0 ? Relation.SAME : pick(random, RELATIONS);
                    List<SlotValue> values = random.nextInt(3) == 0
                            ? List.of()
                            : List.of(new SlotValue(
                                    random.nextInt(2),
                                    new Quantity(BigDecimal.valueOf(10 + random.nextInt(4)), "", random.nextBoolean()),
                                    i == 0 || random.nextInt(3) == 0));
                    String text = "one two three four five six seven " + (random.nextBoolean() ? "eight" : i);
                    return new Member("s" + i, relation, text, values, occurrences(random, i));
                })
                .toList();
    }

    private static List<Occurrence> occurrences(Random random, int member) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> {
                    Saying saying = Saying.by("outlet" + random.nextInt(4), "c" + member + "-" + i, random.nextInt(6))
                            .as(pick(random, List.of(Modality.values())));
                    if (random.nextBoolean()) {
                        String name = pick(random, SOURCES);
                        saying = saying.source(
                                pick(random, SOURCES) + " " + name, name, pick(random, List.of(SourceType.values())));
                    }
                    saying = random.nextInt(4) == 0 ? saying.via("Outlet" + random.nextInt(4)) : saying;
                    saying = random.nextInt(4) == 0 ? saying.named("The Outlet " + random.nextInt(4)) : saying;
                    return (random.nextInt(4) == 0 ? saying.denied() : saying).occurrence();
                })
                .toList();
    }

    private static List<Member> shuffled(List<Member> members, Random random) {
        List<Member> shuffled = new ArrayList<>();
        for (Member m : members) {
            List<Occurrence> occurrences = new ArrayList<>(m.occurrences());
            Collections.shuffle(occurrences, random);
            shuffled.add(new Member(m.statementId(), m.relation(), m.normalisedText(), m.values(), occurrences));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
