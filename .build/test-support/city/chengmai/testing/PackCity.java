package city.chengmai.testing;

import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Cities made of the public boundaries in the shared data, for reading packs that name areas. */
public final class PackCity {

  private static final JsonMapper JSON = new JsonMapper();
  private static final double[] EARTH = {-179, -89, 179, 89};

  private final ArrayNode features;
  private final Map<String, String> files;

  private PackCity(double... box) {
    this.features = JSON.createArrayNode();
    ObjectNode root = JSON.createObjectNode().put("type", "Polygon");
    ArrayNode ring = root.putArray("coordinates").addArray();
    int[][] corners = {{0, 1}, {2, 1}, {2, 3}, {0, 3}, {0, 1}};
    for (int[] corner : corners) {
      ring.addArray().add(box[corner[0]]).add(box[corner[1]]);
    }
    add("pack-city", "", "city", "Pack city", root);
    this.files =
        new HashMap<>(
            Map.of(
                "city.yaml",
                """
                name: pack-city
                name-zh: 数据城
                name-en: Pack city
                zone: UTC
                clock: fixed:2026-01-01T00:00:00Z
                first-day: 2010-01-01
                feed: {kind: mapping}
                """,
                "categories.csv",
                "id,name-zh,name-en\n",
                "mapping.yaml",
                """
                source: urn:test:pack-city
                file: {name: empty.csv}
                times: {formats: [iso]}
                case-id: id
                opened: opened
                category: {columns: [category]}
                """,
                "empty.csv",
                "id,opened,category\n"));
  }

  /** A city that is the whole Earth and has no areas in it. */
  public static PackCity bare() {
    return new PackCity(EARTH);
  }

  /** Los Angeles with its neighbourhood councils, known by number and name. */
  public static PackCity losAngeles() {
    return new PackCity(-118.7, 33.6, -118.1, 34.4)
        .with(
            "la/neighborhood_councils_certified.geojson",
            council -> council.path("nc_id").asText(),
            council -> council.path("name").asText());
  }

  /** Budapest with its districts, known by Roman number. */
  public static PackCity budapest() {
    return new PackCity(18.9, 47.3, 19.4, 47.7)
        .with(
            "budapest/budapest.geojson",
            district ->
                district.path("name").asText().replaceAll("^Budapest (.*)\\. kerület$", "$1"),
            district -> district.path("name").asText());
  }

  /** The city itself. */
  public City city() {
    return Cities.fromFiles(
        new CityFiles() {
          @Override
          public InputStream open(String file) throws FileNotFoundException {
            String content = content(file);
            if (content == null) {
              throw new FileNotFoundException(file);
            }
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public String name() {
            return "pack-city";
          }
        });
  }

  /** Writes it as a directory that {@code city.name} can name. */
  public Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String file : files.keySet()) {
      Files.writeString(directory.resolve(file), content(file));
    }
    Files.writeString(directory.resolve("areas.geojson"), content("areas.geojson"));
    return directory;
  }

  private String content(String file) {
    if (file.equals("areas.geojson")) {
      return JSON.createObjectNode()
          .put("type", "FeatureCollection")
          .<ObjectNode>set("features", features)
          .toString();
    }
    return files.get(file);
  }

  private PackCity with(
      String entry, Function<JsonNode, String> id, Function<JsonNode, String> name) {
    try {
      for (JsonNode foreign :
          JSON.readTree(SharedData.text("boundaries.zip", entry)).path("features")) {
        JsonNode properties = foreign.path("properties");
        add(
            id.apply(properties),
            "pack-city",
            "grid",
            name.apply(properties),
            foreign.get("geometry"));
      }
      return this;
    } catch (IOException e) {
      throw new IllegalStateException("reading " + entry + " of boundaries.zip", e);
    }
  }

  private void add(String id, String parent, String level, String name, JsonNode geometry) {
    ObjectNode feature = features.addObject().put("type", "Feature");
    ObjectNode properties = feature.putObject("properties").put("id", id).put("level", level);
    properties.put("name-zh", name).put("name-en", name);
    if (!parent.isEmpty()) {
      properties.put("parent", parent).put("grid-type", "general");
    }
    feature.set("geometry", geometry);
  }
}
