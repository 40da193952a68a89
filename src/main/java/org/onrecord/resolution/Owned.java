package org.onrecord.resolution;

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

    /** Calls {@code action} for all that {@code owner} owns, in the order of the keys. It must not write. */
    void each(String owner, BiConsumer<String, V> action);
}
