package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.resolution.Owned;

/** A state store whose keys are an owner's key and a key beneath it. */
final class KeyedStore<V> implements Owned<V> {
    /** Sorts before whatever a key contains, so that the keys of one owner lie side by side. */
    private static final char SEPARATOR = '\u0000';

    /** Sorts behind whatever a key contains. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final KeyValueStore<String, V> store;

    KeyedStore(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Override
    public Optional<V> get(String owner, String key) {
        return Optional.ofNullable(store.get(owner + SEPARATOR + key));
    }

    @Override
    public void put(String owner, String key, V value) {
        store.put(owner + SEPARATOR + key, value);
    }

    @Override
    public void delete(String owner, String key) {
        store.delete(owner + SEPARATOR + key);
    }

    @Override
    public List<String> keys(String owner, String prefix, int limit) {
        String start = owner + SEPARATOR + prefix;
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.range(start, start + LAST)) {
            while (keys.size() < limit && entries.hasNext()) {
                keys.add(entries.next().key.substring(owner.length() + 1));
            }
        }
        return keys;
    }

    @Override
    public Optional<String> lastKey(String owner, String prefix) {
        String start = owner + SEPARATOR + prefix;
        try (KeyValueIterator<String, V> entries = store.reverseRange(start, start + LAST)) {
            return entries.hasNext() ? Optional.of(entries.next().key.substring(owner.length() + 1)) : Optional.empty();
        }
    }

    @Override
    public void each(String owner, BiConsumer<String, V> action) {
        int prefix = owner.length() + 1;
        try (KeyValueIterator<String, V> entries = all(owner)) {
            while (entries.hasNext()) {
                KeyValue<String, V> entry = entries.next();
                action.accept(entry.key.substring(prefix), entry.value);
            }
        }
    }

    /** Deletes what {@code owner} owns, at most {@code limit} of it; says how much. */
    int clear(String owner, int limit) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = all(owner)) {
            while (entries.hasNext() && keys.size() < limit) {
                keys.add(entries.next().key);
            }
        }
        keys.forEach(store::delete);
        return keys.size();
    }

    private KeyValueIterator<String, V> all(String owner) {
        return store.range(owner + SEPARATOR, owner + (char) (SEPARATOR + 1));
    }
}
