package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import city.chengmai.testing.ProcessCost;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/** Our own path, from the topic through every step to all tables, in a process of its own. */
final class WholePath {

  private final Map<String, String> environment;
  private final List<String> settings;
  private final ClickHouseClient client;
  private final Admin admin;
  private final List<ProcessCost> servers;

  /**
   * What a run cost, from the end of the warm-up to the last row.
   *
   * @param events events in that time
   * @param seconds wall-clock time
   * @param cpuSeconds of the ingest process
   * @param serverCpuSeconds of broker and ClickHouse together
   * @param wholeCpuSeconds of the ingest process from its start, warm-up included
   * @param peakMegabytes largest resident size of the ingest process
   */
  record Run(
      long events,
      double seconds,
      double cpuSeconds,
      double serverCpuSeconds,
      double wholeCpuSeconds,
      double peakMegabytes) {}

  WholePath(
      Map<String, String> environment,
      List<String> settings,
      ClickHouseClient client,
      Admin admin,
      List<ProcessCost> servers) {
    this.environment = environment;
    this.settings = settings;
    this.client = client;
    this.admin = admin;
    this.servers = servers;
  }

  Run run(long warmUp, long events) throws Exception {
    Run run = measure(warmUp, events);
    forget();
    return run;
  }

  private Run measure(long warmUp, long events) throws Exception {
    try (IngestProcess ingest = IngestProcess.start(environment, settings)) {
      Landing landing = new Landing(client);
      long first = landing.await(warmUp);
      long start = System.nanoTime();
      double cpu = ingest.cost().cpuSeconds();
      double serverCpu = serverCpuSeconds();
      landing.await(events);
      settle();
      double seconds = (System.nanoTime() - start) / 1e9;
      double whole = ingest.cost().cpuSeconds();
      return new Run(
          events - first,
          seconds,
          whole - cpu,
          serverCpuSeconds() - serverCpu,
          whole,
          ingest.cost().peakMegabytes());
    }
  }

  // Table events is written first; the other tables of the last batch follow.
  private void settle() throws InterruptedException {
    Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
    while (backlog.records() > 0) {
      Thread.sleep(10);
    }
  }

  private double serverCpuSeconds() {
    return servers.stream().mapToDouble(ProcessCost::cpuSeconds).sum();
  }

  /** The next run begins at the first event again: topics, groups and offsets go. */
  private void forget() throws InterruptedException, ExecutionException {
    Set<String> topics = admin.listTopics().names().get();
    topics.remove(Topics.EVENTS);
    admin.deleteTopics(topics).all().get();
    List<String> groups = List.of(Streams.APPLICATION, Sinks.GROUP);
    for (ConsumerGroupDescription group :
        admin.describeConsumerGroups(groups).all().get().values()) {
      // Stream threads do not leave their group when they stop.
      if (!group.members().isEmpty()) {
        admin
            .removeMembersFromConsumerGroup(
                group.groupId(), new RemoveMembersFromConsumerGroupOptions())
            .all()
            .get();
      }
    }
    admin.deleteConsumerGroups(groups).all().get();
  }
}
