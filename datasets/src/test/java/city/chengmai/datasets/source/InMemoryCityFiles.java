package city.chengmai.datasets.source;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small city of two grids in Shanghai, with files that a test replaces one by one. */
public final class InMemoryCityFiles implements CityFiles {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public InMemoryCityFiles() {
    with(
        "city.yaml",
        """
        name-zh: 小城
        name-en: Small
        zone: Asia/Shanghai
        holidays: china
        first-day: 2024-01-01
        feed: {kind: mapping}
        """);
    with(
        "areas.geojson",
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"id": "small", "level": "city", "name-zh": "小城", "name-en": "Small"}, "geometry": null},
          {"type": "Feature", "properties": {"id": "west", "parent": "small", "level": "grid", "grid-type": "general",
             "name-zh": "西片", "name-en": "West", "aliases": ["W"]},
           "geometry": {"type": "Polygon", "coordinates": [[[121, 31], [121.01, 31], [121.01, 31.01], [121, 31.01], [121, 31]]]}},
          {"type": "Feature", "properties": {"id": "east", "parent": "small", "level": "grid", "grid-type": "general",
             "name-zh": "东片", "name-en": "East"},
           "geometry": {"type": "Polygon", "coordinates": [[[121.01, 31], [121.02, 31], [121.02, 31.01], [121.01, 31.01], [121.01, 31]]]}}
        ]}
        """);
    with("categories.csv", "id,name-zh,name-en\n市容,市容,Looks\n市容/乱停车,乱停车,Parking\n");
    with(
        "mapping.yaml",
        """
        source: urn:test:small
        file: {name: cases.csv}
        times: {formats: ["yyyy-MM-dd HH:mm", "yyyy/M/d", "iso"]}
        case-id: {column: id, prefix: s-}
        opened: opened
        due: due
        closed: closed
        status:
          column: status
          values: {open: open, done: closed, void: cancelled}
        category: {columns: [class, type]}
        channel: {column: channel, values: {电话: hotline}, default: other}
        area: area
        point: {longitude: x, latitude: y, ignore: [{longitude: 0, latitude: 0}]}
        """);
    with("cases.csv", HEADER);
  }

  /** The columns of the small city's file. */
  public static final String HEADER = "id,opened,due,closed,status,class,type,channel,area,x,y\n";

  /** Replaces a file, in UTF-8. */
  public InMemoryCityFiles with(String file, String content) {
    return with(file, content, StandardCharsets.UTF_8);
  }

  /** Replaces a file. */
  public InMemoryCityFiles with(String file, String content, Charset charset) {
    return with(file, content.getBytes(charset));
  }

  /** Replaces a file. */
  public InMemoryCityFiles with(String file, byte[] content) {
    files.put(file, content);
    return this;
  }

  /** Replaces a piece of a file that holds it. */
  public InMemoryCityFiles edit(String file, String piece, String replacement) {
    String content = new String(files.get(file), StandardCharsets.UTF_8);
    if (!content.contains(piece)) {
      throw new IllegalArgumentException(file + " does not hold " + piece);
    }
    return with(file, content.replace(piece, replacement));
  }

  /** Gives the file these rows below the usual header. */
  public InMemoryCityFiles rows(String... rows) {
    return with("cases.csv", HEADER + String.join("\n", rows) + "\n");
  }

  @Override
  public InputStream open(String file) throws FileNotFoundException {
    if (!files.containsKey(file)) {
      throw new FileNotFoundException(file);
    }
    return new ByteArrayInputStream(files.get(file));
  }

  @Override
  public String name() {
    return "small";
  }
}
