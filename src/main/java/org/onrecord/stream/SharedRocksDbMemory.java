package org.onrecord.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one budget of write buffers for all state stores of the process. RocksDB's memory lies outside
 * the heap, and by default every store of every partition would take 50 MiB of it.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 96L << 20;
    private static final long WRITE_BUFFER_BYTES = 48L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(CACHE_BYTES, -1, false, 0.1);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(4L << 20);
        options.setMaxWriteBufferNumber(2);
    }

    /** Bytes used of the block cache, memtables included. */
    public static long cacheBytes() {
        return CACHE.getUsage();
    }

    /** Bytes of the block cache that are in use and cannot be evicted. */
    public static long pinnedBytes() {
        return CACHE.getPinnedUsage();
    }

    /** The size of the block cache in bytes. */
    public static long capacityBytes() {
        return CACHE_BYTES;
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the write buffers are shared and live as long as the process.
    }
}
