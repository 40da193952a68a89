package org.onrecord.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The stores of one partition, in memory. */
final class InMemoryStatementStores implements StatementStores {
    final Map<String, StatementState> statements = new HashMap<>();
    final InMemoryOwned<Link> links = new InMemoryOwned<>();
    final InMemoryOwned<String> followers = new InMemoryOwned<>();
    final InMemoryOwned<Report> reports = new InMemoryOwned<>();
    final InMemoryOwned<Membership> members = new InMemoryOwned<>();
    final InMemoryOwned<Report> memberReports = new InMemoryOwned<>();
    final InMemoryOwned<Chorus> choruses = new InMemoryOwned<>();
    final InMemoryOwned<String> timeline = new InMemoryOwned<>();

    @Override
    public Optional<StatementState> statement(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    @Override
    public void put(StatementState state) {
        statements.put(state.id(), state);
    }

    @Override
    public Owned<Link> links() {
        return links;
    }

    @Override
    public Owned<String> followers() {
        return followers;
    }

    @Override
    public Owned<Report> reports() {
        return reports;
    }

    @Override
    public Owned<Membership> members() {
        return members;
    }

    @Override
    public Owned<Report> memberReports() {
        return memberReports;
    }

    @Override
    public Owned<Chorus> choruses() {
        return choruses;
    }

    @Override
    public Owned<String> timeline() {
        return timeline;
    }

    static final class InMemoryOwned<V> implements Owned<V> {
        final Map<String, NavigableMap<String, V>> values = new HashMap<>();

        @Override
        public Optional<V> get(String owner, String key) {
            return Optional.ofNullable(of(owner).get(key));
        }

        @Override
        public void put(String owner, String key, V value) {
            of(owner).put(key, value);
        }

        @Override
        public void delete(String owner, String key) {
            of(owner).remove(key);
        }

        @Override
        public List<String> keys(String owner, String prefix, int limit) {
            return of(owner).tailMap(prefix).keySet().stream()
                    .takeWhile(key -> key.startsWith(prefix))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<String> lastKey(String owner, String prefix) {
            return Optional.ofNullable(of(owner).lowerKey(prefix + Character.MAX_VALUE))
                    .filter(key -> key.startsWith(prefix));
        }

        @Override
        public void each(String owner, BiConsumer<String, V> action) {
            of(owner).forEach(action);
        }

        NavigableMap<String, V> of(String owner) {
            return values.computeIfAbsent(owner, o -> new TreeMap<>());
        }
    }
}
