package city.chengmai.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.file.DataFiles;
import city.chengmai.datasets.source.mapping.ImportReport;
import city.chengmai.datasets.source.mapping.MappedFiles;
import city.chengmai.datasets.source.mapping.Mappings;
import city.chengmai.ingest.TestCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {

  private static final int ROWS = 12_000;

  @TempDir Path directory;
  private final List<Long> told = new ArrayList<>();

  @Test
  void sendsEachEventOnceAndTheReportIsAboutAllRows() throws Exception {
    try (MockProducer<byte[], byte[]> producer = producer()) {
      FileImport.Outcome first = reading().send(producer, position());
      FileImport.Outcome second = reading().send(producer, position());

      assertThat(first.report().events()).containsEntry("case.reported", (long) ROWS);
      assertThat(first.report().refused()).containsEntry("no-id", 1L);
      assertThat(first.sent()).isEqualTo(2 * ROWS).isEqualTo(second.sent());
      assertThat(second.rowsBefore()).isEqualTo(ROWS + 1);
      assertThat(second.report().toJson(text -> text)).isEqualTo(json(first.report()));
      assertThat(producer.history()).hasSize(2 * ROWS);
      assertThat(told).isSorted().last().isEqualTo((long) ROWS + 1);
    }
  }

  @Test
  void goesOnWhereItWasStopped() throws Exception {
    try (MockProducer<byte[], byte[]> producer = producer()) {
      FileImport stopped =
          new FileImport(
              files(),
              (bytes, all, rows, sent) -> {
                if (rows == 7_000) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThatThrownBy(() -> stopped.send(producer, position()))
          .isInstanceOf(InterruptedException.class);
      assertThat(position().read().position()).isEqualTo(7_000);

      FileImport.Outcome rest = reading().send(producer, position());

      assertThat(rest.rowsBefore()).isEqualTo(7_000);
      assertThat(rest.report().rows()).isEqualTo(ROWS + 1);
      assertThat(producer.history()).hasSize(2 * ROWS);
    }
  }

  @Test
  void aCheckSaysTheSameAndWritesNothing() throws Exception {
    ImportReport checked = reading().check();

    assertThat(checked.rows()).isEqualTo(ROWS + 1);
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("cases.csv", "mapping.yaml");
    try (MockProducer<byte[], byte[]> producer = producer()) {
      assertThat(json(reading().send(producer, position()).report())).isEqualTo(json(checked));
    }
  }

  @Test
  void aRefusedSendLeavesTheOldPosition() throws Exception {
    try (MockProducer<byte[], byte[]> producer = new FailingProducer()) {
      assertThatThrownBy(() -> reading().send(producer, position()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the broker did not take the events");
      assertThat(position().read()).isEqualTo(ReplayPosition.START);
    }
  }

  private static Object json(ImportReport report) {
    return report.toJson(text -> text);
  }

  private PositionFile position() {
    return new PositionFile(directory.resolve("positions"), "cases", "print");
  }

  private FileImport reading() throws IOException {
    return new FileImport(files(), (bytes, all, rows, sent) -> told.add(rows));
  }

  private MappedFiles files() throws IOException {
    Path mapping =
        Files.writeString(
            directory.resolve("mapping.yaml"),
            """
            source: urn:test:import
            file: {name: "*.csv"}
            times: {formats: [epoch-seconds]}
            case-id: {column: id, prefix: i-}
            opened: opened
            category: {columns: [kind]}
            """);
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> i + "," + (1_700_000_000 + i) + ",noise")
            .collect(Collectors.joining("\n"));
    Path data =
        Files.writeString(
            directory.resolve("cases.csv"), "id,opened,kind\n" + rows + "\n,1700000000,noise\n");
    City city = TestCity.create();
    return new MappedFiles(
        Mappings.load(mapping.toString()),
        DataFiles.of(List.of(data), "*.csv"),
        city.zone(),
        city.areas(),
        city.categories());
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static final class FailingProducer extends MockProducer<byte[], byte[]> {
    FailingProducer() {
      super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void flush() {
      boolean more = errorNext(new IllegalStateException("no"));
      while (more) {
        more = errorNext(new IllegalStateException("no"));
      }
    }
  }
}
