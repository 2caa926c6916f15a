package city.chengmai.ingest.commit;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the memory of all state stores of this process outside the heap: blocks, indexes,
 * filters and what is not yet on disk. Without it each store of each partition has bounds of its
 * own, whose sum is gigabytes, and ten million events came near it.
 */
public final class StoreMemory implements RocksDBConfigSetter {

  /** Bytes of all stores together. */
  static final long ALL_BYTES = 128L << 20;

  private static final long UNWRITTEN_BYTES = 48L << 20;
  private static final long BUFFER_BYTES = 8L << 20;
  private static final double SHARE_OF_INDEXES = 0.2;

  static {
    RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(ALL_BYTES, -1, false, SHARE_OF_INDEXES);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(UNWRITTEN_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String storeName, Options options) {
    // Cache and buffers are shared, and live as long as the process.
  }
}
