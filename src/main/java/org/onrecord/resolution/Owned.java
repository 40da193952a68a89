package org.onrecord.resolution;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Values that statements own, each under a key of its own beneath its owner's.
 *
 * @param <V> the values
 */
public interface Owned<V> {
    Optional<V> get(String owner, String key);

    void put(String owner, String key, V value);

    void delete(String owner, String key);

    /** Its keys that begin with {@code prefix}, in order, the first {@code limit} of them. */
    List<String> keys(String owner, String prefix, int limit);

    /** The last of its keys that begin with {@code prefix}. */
    Optional<String> lastKey(String owner, String prefix);

    /** Calls {@code action} for all that {@code owner} owns, in the order of the keys. It must not write. */
    void each(String owner, BiConsumer<String, V> action);
}
