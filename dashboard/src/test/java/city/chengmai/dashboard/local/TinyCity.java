package city.chengmai.dashboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A city of two grids and 300 requests: 200 closed, of the 150 with a due time 100 closed by it, as
 * files that a user could have brought.
 */
final class TinyCity {

  static final int REQUESTS = 300;
  static final int CLOSED = 200;
  static final int DUE = 150;
  static final int CLOSED_BY_DUE = 100;

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private TinyCity() {}

  static Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("city.yaml"),
        """
        name: tiny
        name-zh: 小城
        name-en: Tiny
        zone: America/New_York
        holidays: us-federal
        clock: fixed:2020-06-01T04:00:00Z
        first-day: 2020-03-01
        last-day: 2020-05-01
        feed:
          kind: mapping
        """);
    Files.writeString(
        directory.resolve("mapping.yaml"),
        """
        source: urn:chengmai:feed:tiny
        file:
          name: requests.csv
          charset: UTF-8
          delimiter: ","
        times:
          formats: ["yyyy-MM-dd HH:mm:ss"]
        case-id:
          column: number
          prefix: tiny-
        opened: opened
        due: due
        closed: closed
        status:
          column: status
          values:
            Open: open
            Closed: closed
        category:
          columns: [kind]
        channel:
          column: channel
          values:
            phone: hotline
          default: other
        unit: unit
        area: ward
        events-at-open: [reported, accepted, filed]
        close-manner: direct
        """);
    Files.writeString(directory.resolve("categories.csv"), "id,name-zh,name-en\nlight,路灯,Light\n");
    Files.writeString(directory.resolve("areas.geojson"), areas());
    Files.writeString(directory.resolve("requests.csv"), requests());
    return directory;
  }

  private static String requests() {
    StringBuilder csv =
        new StringBuilder("number,opened,due,closed,status,kind,channel,unit,ward\n");
    LocalDateTime first = LocalDateTime.of(2020, 3, 1, 9, 0);
    for (int i = 0; i < REQUESTS; i++) {
      LocalDateTime opened = first.plusHours(4L * i);
      boolean closed = i < CLOSED;
      String due = i < DUE ? FORM.format(opened.plusHours(i < CLOSED_BY_DUE ? 48 : 2)) : "";
      csv.append(i + 1).append(',').append(FORM.format(opened)).append(',').append(due).append(',');
      csv.append(closed ? FORM.format(opened.plusHours(24)) : "").append(',');
      csv.append(closed ? "Closed" : "Open").append(",Light,phone,Works,").append(1 + i % 2);
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String areas() {
    return "{\"type\":\"FeatureCollection\",\"features\":["
        + area("tiny", "", "city", -71.1, -71.0)
        + ","
        + area("ward-1", "tiny", "grid", -71.1, -71.05)
        + ","
        + area("ward-2", "tiny", "grid", -71.05, -71.0)
        + "]}";
  }

  private static String area(String id, String parent, String level, double west, double east) {
    boolean grid = level.equals("grid");
    String ring =
        String.format(
            java.util.Locale.ROOT,
            "[[%1$s,42.3],[%2$s,42.3],[%2$s,42.4],[%1$s,42.4],[%1$s,42.3]]",
            west,
            east);
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\""
        + id
        + "\",\"level\":\""
        + level
        + "\""
        + (grid ? ",\"parent\":\"" + parent + "\",\"grid-type\":\"general\"" : "")
        + ",\"name-zh\":\""
        + id
        + "\",\"name-en\":\""
        + id
        + "\",\"aliases\":[\""
        + id.replace("ward-", "")
        + "\"]},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
        + ring
        + "]}}";
  }
}
