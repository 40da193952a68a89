package org.onrecord.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.onrecord.article.RejectReason;

/** Counts what the promise of order does not cover: refused articles, dropped messages, blocks at their cap. */
public final class Counts implements Tally {
    private final Map<RejectReason, LongAdder> rejected = adders(RejectReason.class);
    private final Map<DropReason, LongAdder> dropped = adders(DropReason.class);
    private final LongAdder blocksCapped = new LongAdder();

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> keys) {
        Map<E, LongAdder> adders = new EnumMap<>(keys);
        for (E key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    @Override
    public void rejected(RejectReason reason) {
        rejected.get(reason).increment();
    }

    @Override
    public void dropped(DropReason reason) {
        dropped.get(reason).increment();
    }

    @Override
    public void blockCapped() {
        blocksCapped.increment();
    }

    /** Articles refused for a reason. */
    public long of(RejectReason reason) {
        return rejected.get(reason).sum();
    }

    /** Messages dropped for a reason. */
    public long of(DropReason reason) {
        return dropped.get(reason).sum();
    }

    /** Blocks that reached their cap. */
    public long blocksCapped() {
        return blocksCapped.sum();
    }
}
