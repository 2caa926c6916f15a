package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.event.Topics;

/** ClickHouse reading the topic by itself: a Kafka table and a materialized view, parsing only. */
final class KafkaEnginePeer {

  private final ClickHouseClient admin;
  private final String bootstrapServers;

  KafkaEnginePeer(ClickHouseClient admin, String bootstrapServers) {
    this.admin = admin;
    this.bootstrapServers = bootstrapServers;
  }

  /** Reads the topic into table {@code events} and returns the seconds until all rows are there. */
  double seconds(int consumers, int round, long events) throws InterruptedException {
    create(consumers, round);
    long start = System.nanoTime();
    admin.execute(
        "CREATE MATERIALIZED VIEW bench_view TO events AS SELECT source, id, type, subject,"
            + " '' AS grid, '' AS overlay_grid, time AS occurred_at, now64(3) AS recorded_at, data,"
            + " toUInt64(toUnixTimestamp64Milli(now64(3))) AS version FROM bench_queue");
    new Landing(admin).await(events);
    double seconds = (System.nanoTime() - start) / 1e9;
    drop();
    return seconds;
  }

  private void create(int consumers, int round) {
    drop();
    admin.execute(
        "CREATE TABLE bench_queue (source String, id String, type String, subject String,"
            + " time DateTime64(3, 'UTC'), data String) ENGINE = Kafka SETTINGS"
            + (" kafka_broker_list = '" + bootstrapServers + "',")
            + (" kafka_topic_list = '" + Topics.EVENTS + "',")
            + (" kafka_group_name = 'bench-" + consumers + "-" + round + "',")
            + " kafka_format = 'JSONEachRow', kafka_max_block_size = 262144,"
            + " kafka_poll_max_batch_size = 65536,"
            + (" kafka_num_consumers = " + consumers + ",")
            + (" kafka_thread_per_consumer = " + (consumers > 1 ? 1 : 0) + ",")
            + " date_time_input_format = 'best_effort',"
            + " input_format_json_read_objects_as_strings = 1,"
            + " input_format_skip_unknown_fields = 1");
  }

  private void drop() {
    admin.execute("DROP TABLE IF EXISTS bench_view SYNC");
    admin.execute("DROP TABLE IF EXISTS bench_queue SYNC");
  }
}
