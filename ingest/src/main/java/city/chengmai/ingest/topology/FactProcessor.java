package city.chengmai.ingest.topology;

import city.chengmai.ingest.row.FactBlock;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Joins the rows of one transaction into few Kafka records, because each record costs as much as a
 * hundred bytes of rows, four times over: made, sent, acknowledged, read. Nothing waits longer for
 * it: nobody sees a row before its transaction is committed.
 */
final class FactProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  /** Bytes at which a block does not wait for the commit. */
  private static final int FULL = 128 << 10;

  private final Map<FactTable, FactBlock> blocks = new EnumMap<>(FactTable.class);
  private ProcessorContext<byte[], byte[]> context;
  private CommitStore commits;
  private byte[] task;
  private long timestamp;

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    task = FactPartitioner.key(context.taskId().partition());
    commits = context.getStateStore(CommitStore.NAME);
    commits.calls(context, this::sendAll, this::discard);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    FactTable table = Objects.requireNonNull(FactHeaders.table(record.headers()), "table");
    FactBlock block = blocks.computeIfAbsent(table, FactBlock::new);
    block.add(record.key(), record.value());
    timestamp = record.timestamp();
    commits.noteRecord();
    if (block.length() >= FULL) {
      // In the order of the tables: a revision must not overtake what it replaces.
      sendAll();
    }
  }

  private void sendAll() {
    blocks.values().forEach(this::send);
  }

  private void send(FactBlock block) {
    if (block.count() > 0) {
      context.forward(new Record<>(task, block.value(), timestamp, block.headers()));
      block.clear();
    }
  }

  // What was not sent belongs to a transaction that is rolled back and done again.
  private void discard() {
    blocks.values().forEach(FactBlock::clear);
  }
}
