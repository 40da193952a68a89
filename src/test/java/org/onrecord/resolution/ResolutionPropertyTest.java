package org.onrecord.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.onrecord.fact.Support;
import org.onrecord.statement.Relation;

/** Whatever the order of arrival and the interleaving, actors end where the specification says. */
class ResolutionPropertyTest {
    @Property(tries = 400)
    void actorsEndInExactlyTheAssignmentThatTheSpecificationDefines(@ForAll long seed, @ForAll long interleaving) {
        World world = new World(new Random(seed));

        Network network = new Network(new Random(interleaving));
        network.run(world);

        assertThat(leaders(network)).isEqualTo(world.specification());
        assertThat(members(network)).isEqualTo(byLeader(world));
    }

    @Property(tries = 200)
    void everyStandingClaimSupportsTheFactOfItsStatementAndNoOther(@ForAll long seed, @ForAll long interleaving) {
        World world = new World(new Random(seed));

        Network network = new Network(new Random(interleaving));
        network.run(world);

        Map<String, Set<String>> support = new TreeMap<>();
        network.facts.forEach((id, fact) -> support.put(
                id, fact.support().stream().map(Support::claimId).collect(Collectors.toCollection(TreeSet::new))));
        assertThat(support).isEqualTo(world.standing());
    }

    @Property(tries = 100)
    void theSameArticlesGiveTheSameFactsInWhateverOrder(@ForAll long seed, @ForAll long one, @ForAll long other) {
        World world = new World(new Random(seed));
        Network first = new Network(new Random(one));
        Network second = new Network(new Random(other));

        first.run(world);
        second.run(world);

        assertThat(new TreeMap<>(second.facts)).isEqualTo(new TreeMap<>(first.facts));
    }

    private static Map<String, String> leaders(Network network) {
        Map<String, String> leaders = new TreeMap<>();
        network.stores.forEach(store -> store.statements.forEach(
                (id, state) -> leaders.put(id, state.leader().orElseThrow())));
        return leaders;
    }

    private static Map<String, Map<String, Relation>> members(Network network) {
        Map<String, Map<String, Relation>> members = new TreeMap<>();
        network.stores.forEach(
                store -> store.members.values.forEach((leader, own) -> own.forEach((member, membership) ->
                        members.computeIfAbsent(leader, key -> new TreeMap<>()).put(member, membership.relation()))));
        return members;
    }

    private static Map<String, Map<String, Relation>> byLeader(World world) {
        Map<String, Map<String, Relation>> members = new TreeMap<>();
        world.specification().forEach((id, leader) -> members.computeIfAbsent(leader, key -> new TreeMap<>())
                .put(id, world.relation(leader, id)));
        return members;
    }
}
