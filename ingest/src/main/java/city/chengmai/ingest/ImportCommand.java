package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.DataFile;
import city.chengmai.datasets.source.file.DataFiles;
import city.chengmai.datasets.source.mapping.FeedFingerprint;
import city.chengmai.datasets.source.mapping.ImportReport;
import city.chengmai.datasets.source.mapping.MappedFiles;
import city.chengmai.datasets.source.mapping.Mapping;
import city.chengmai.datasets.source.mapping.Mappings;
import city.chengmai.ingest.replay.FileImport;
import city.chengmai.ingest.replay.PositionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends the events of described files to Kafka. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Read files as a mapping describes and send their events to Kafka.")
final class ImportCommand implements Callable<Integer> {

  private static final long STOP_SECONDS = 20;

  @Mixin private ServiceOptions options;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "MAPPING",
      description = "A mapping file, or the name of one that comes with us.")
  private String mapping;

  @Option(
      names = "--file",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, directories or zip archives, read in this order.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--known-mapping",
      paramLabel = "MAPPING",
      description = "Mapping of another source of the same cases.")
  private String knownMapping = "";

  @Option(
      names = "--known-file",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Its files: cases that they hold are noted, or refused by the mapping's rule.")
  private List<Path> knownPaths = new ArrayList<>();

  @Option(names = "--check", description = "Read everything and print the report; write nothing.")
  private boolean check;

  @Option(
      names = "--again",
      description = "Send everything again; what arrived before is recognised and dropped.")
  private boolean again;

  @Override
  public Integer call() throws Exception {
    Thread importing = Thread.currentThread();
    CountDownLatch finished = new CountDownLatch(1);
    // The process must not end before the position is written.
    var unused =
        Shutdown.watch(
            () -> {
              importing.interrupt();
              finished.await(STOP_SECONDS, TimeUnit.SECONDS);
            });
    try {
      return run(options.settings());
    } catch (InterruptedException | InterruptException e) {
      System.out.println("progress import 0 0 stopped; the same command goes on from here");
      return 0;
    } finally {
      finished.countDown();
    }
  }

  private int run(Settings settings) throws Exception {
    City city = ServiceOptions.city(settings);
    Mapping described = Mappings.load(mapping);
    List<DataFile> found = DataFiles.of(paths, described.file().name());
    MappedFiles files =
        new MappedFiles(
            described, found, city.zone(), city.areas(), city.categories(), elsewhere(city));
    files.requireColumns();
    ImportReport report;
    try (ImportProgress progress = ImportProgress.open(ImportCommand::tell)) {
      FileImport reading = new FileImport(files, progress);
      if (check) {
        report = reading.check();
      } else {
        FileImport.Outcome outcome = send(settings, city, found, reading);
        report = outcome.report();
        System.out.println("progress import 0 0 " + told(outcome));
      }
    }
    ReportText.lines(report).forEach(System.out::println);
    return report.rows() > 0 && report.events().isEmpty() ? ErrorCategory.BAD_INPUT.exitCode() : 0;
  }

  private static void tell(String line) {
    System.out.println(line);
  }

  private Optional<MappedFiles> elsewhere(City city) {
    if (knownMapping.isEmpty() != knownPaths.isEmpty()) {
      throw new CityConfigurationException(
          "--known-mapping and --known-file belong together, seen only one of them");
    }
    if (knownMapping.isEmpty()) {
      return Optional.empty();
    }
    Mapping other = Mappings.load(knownMapping);
    List<DataFile> files = DataFiles.of(knownPaths, other.file().name());
    return Optional.of(new MappedFiles(other, files, city.zone(), city.areas(), List.of()));
  }

  private FileImport.Outcome send(
      Settings settings, City city, List<DataFile> found, FileImport reading) throws Exception {
    Path directory = settings.get(IngestSettings.DATA_DIRECTORY).resolve("import");
    List<DataFile> all = new ArrayList<>(found);
    all.add(Mappings.file(mapping));
    if (!knownPaths.isEmpty()) {
      all.addAll(DataFiles.of(knownPaths, Mappings.load(knownMapping).file().name()));
    }
    String name = Path.of(mapping).getFileName().toString().replaceAll("\\.ya?ml$", "");
    PositionFile position =
        new PositionFile(directory, name, new FeedFingerprint(all, city.areas()).value());
    if (again) {
      position.delete();
    }
    try (KafkaProducer<byte[], byte[]> producer = FeedProducer.open(settings)) {
      FileImport.Outcome outcome = reading.send(producer, position);
      Path kept = directory.resolve(name + "-report.json");
      Files.writeString(kept, ReportText.json(outcome.report()));
      System.out.println("progress import 0 0 report kept in " + kept);
      return outcome;
    }
  }

  private static String told(FileImport.Outcome outcome) {
    if (outcome.rowsBefore() == 0) {
      return outcome.sent() + " events sent";
    }
    return outcome.sent()
        + " events sent, "
        + outcome.rowsBefore()
        + " of the rows by an earlier import of the same files; --again sends them again";
  }
}
