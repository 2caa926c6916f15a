package city.chengmai.ingest.ledger;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.ingest.bench.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an accepted event leaves on disks, in bytes, each kept once. */
final class Footprint {

  private final Figures figures;
  private final double events;

  Footprint(Figures figures, long events) {
    this.figures = figures;
    this.events = events;
  }

  /** In the tables, compressed, after merging. */
  void tables(ClickHouseClient admin) {
    for (String table : new String[] {"events", "observations", "cases", "hotline_orders"}) {
      admin.execute("OPTIMIZE TABLE " + table + " FINAL");
    }
    String bytes =
        "SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = 'chengmai'";
    print("tables_bytes", Double.parseDouble(admin.scalar(bytes)));
  }

  /** In the topic that remembers identities, compressed: one record an event, none goes away. */
  void identities(Path broker) throws IOException {
    print(
        "identities_bytes", bytes(broker, name -> name.contains("seen-changelog-") && isLog(name)));
  }

  /** In the topic that facts wait in, compressed. */
  void facts(Path broker) throws IOException {
    print("facts_bytes", bytes(broker, name -> name.contains("city.facts-") && isLog(name)));
  }

  /** In the topics that the state is read from anew, compressed, before they are compacted. */
  void changelogs(Path broker) throws IOException {
    print("changelogs_bytes", bytes(broker, name -> name.contains("-changelog-") && isLog(name)));
  }

  private static boolean isLog(String name) {
    return name.endsWith(".log");
  }

  private void print(String figure, double bytes) {
    figures.print(figure, bytes / events, "bytes/event");
  }

  private static double bytes(Path directory, Predicate<String> counted) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> counted.test(file.toString()))
          .mapToLong(Footprint::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException("looking at " + file, gone);
    }
  }
}
