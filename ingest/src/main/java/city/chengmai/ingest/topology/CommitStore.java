package city.chengmai.ingest.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Holds nothing, and hears of every commit just before it: Kafka Streams asks stores with a cache
 * to send on what they hold, as part of the transaction. There is no public way to hear of it; what
 * is used here is what its own caches use, and {@code IntakeTopologyTest} fails when it goes.
 */
final class CommitStore implements StateStore, CachedStateStore<byte[], byte[]> {

  static final String NAME = "before-commit";

  private InternalProcessorContext<?, ?> context;
  private ProcessorNode<?, ?, ?, ?> node;
  private ProcessorRecordContext recordContext;
  private Runnable beforeCommit = () -> {};
  private Runnable rolledBack = () -> {};
  private boolean open;

  /** What to do; called by the processor that sends, in its {@code init}. */
  void calls(ProcessorContext<?, ?> processorContext, Runnable commit, Runnable rollback) {
    context = (InternalProcessorContext<?, ?>) processorContext;
    node = context.currentNode();
    beforeCommit = commit;
    rolledBack = rollback;
  }

  /** Remembers whose record is being processed: what is sent at the commit is sent in its name. */
  void noteRecord() {
    recordContext = context.recordContext();
  }

  @Override
  public void flushCache() {
    if (recordContext == null) {
      return;
    }
    ProcessorNode<?, ?, ?, ?> nodeBefore = context.currentNode();
    ProcessorRecordContext recordBefore = context.recordContext();
    context.setCurrentNode(node);
    context.setRecordContext(recordContext);
    try {
      beforeCommit.run();
    } finally {
      context.setCurrentNode(nodeBefore);
      context.setRecordContext(recordBefore);
    }
  }

  @Override
  public void clearCache() {
    rolledBack.run();
  }

  @Override
  public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean oldValues) {
    return false;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext storeContext, StateStore root) {
    storeContext.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  static StoreBuilder<CommitStore> builder() {
    return new Builder();
  }

  /** Has no options. */
  private static final class Builder implements StoreBuilder<CommitStore> {
    @Override
    public StoreBuilder<CommitStore> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitStore> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("there is nothing to log");
    }

    @Override
    public StoreBuilder<CommitStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public CommitStore build() {
      return new CommitStore();
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public String name() {
      return NAME;
    }
  }
}
