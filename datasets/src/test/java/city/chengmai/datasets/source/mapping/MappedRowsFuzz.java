package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.InMemoryCityFiles;
import city.chengmai.datasets.source.file.BadInputException;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.Iterator;
import java.util.List;

/**
 * A mapping and the rows it is for, with a line of three dashes between; without it the rows alone.
 * Each event that comes of them fits its schema.
 */
public final class MappedRowsFuzz implements FuzzTarget {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final String BETWEEN = "\n---\n";
  private static final String ROW =
      "1,2024-03-01 10:00,2024-03-02 10:00,,open,市容,乱停车,电话,W,121.005,31.005\n";

  @Override
  public List<String> seeds() {
    return List.of(
        InMemoryCityFiles.HEADER + ROW,
        InMemoryCityFiles.HEADER + "\"1\n2\",2024-03-01 10:00,,2024-03-05,done,市容,,,,1e400,NaN\n",
        InMemoryCityFiles.HEADER + "9,2024/3/1,,+999999999-12-31T00:00:00Z,done,市容,乱停车,电话,W,,\n",
        """
        source: urn:test:small
        file: {name: cases.csv}
        times: {formats: ["yyyy-MM-dd HH:mm", "iso"], zone: Asia/Shanghai, overlap: later, gap: refuse}
        case-id: {column: id, prefix: s-}
        opened: opened
        closed: {columns: [closed, due]}
        status: {column: status, values: {open: open, done: closed, void: cancelled}, default: open}
        category: {columns: [class, type]}
        point: {wkt: area}
        description: channel
        events-at-open: [reported, filed]"""
            + BETWEEN
            + InMemoryCityFiles.HEADER
            + "1,2024-03-01 10:00,,,open,市容,乱停车,电话,POINT (121 31),,\n",
        """
        source: urn:test:small
        file: {name: cases.csv, format: json-lines}
        times: {formats: [epoch-seconds]}
        case-id: id
        opened: opened
        category: class"""
            + BETWEEN
            + "{\"id\": 1, \"opened\": 1709280000, \"class\": {\"a\": [1e999]}}\n");
  }

  @Override
  public List<String> words() {
    return List.of(
        "format: json-array",
        "format: json-lines",
        "delimiter: \";\"",
        "charset: GB18030",
        "readings:",
        "values:",
        "prefix:",
        "pattern:",
        "ignore:",
        "POINT (",
        "snapshots: true",
        "header: none",
        "skip-rows: 3",
        "rules:",
        "null",
        "1e999999999");
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    int between = text.indexOf(BETWEEN);
    InMemoryCityFiles files = new InMemoryCityFiles();
    if (between >= 0) {
      files.with("mapping.yaml", text.substring(0, between));
    }
    files.with("cases.csv", between < 0 ? text : text.substring(between + BETWEEN.length()));
    try {
      Iterator<FeedRecord> records = Cities.fromFiles(files).feed().from(0);
      while (records.hasNext()) {
        records.next().events().forEach(MappedRowsFuzz::requireFit);
      }
    } catch (CityConfigurationException | BadInputException refused) {
      return;
    }
  }

  private static void requireFit(Event event) {
    List<String> violations = SCHEMAS.violations(event.type(), event.data());
    if (!violations.isEmpty()) {
      throw new IllegalStateException(event + ": " + violations);
    }
  }
}
