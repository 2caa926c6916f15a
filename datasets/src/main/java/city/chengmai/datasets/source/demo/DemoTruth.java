package city.chengmai.datasets.source.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was hidden in the demo city, kept beside the data so that detectors can be judged. */
public final class DemoTruth {

  /** Usual name of the file. */
  public static final String FILE_NAME = "truth.json";

  /** Usual name of the file of what models are to find. */
  public static final String PLANTED_FILE_NAME = "truth-models.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DemoTruth() {}

  /** The incidents that begin within the first days, in order of cycle and day. */
  public static List<Incident> of(DemoOptions options, int days) {
    return new Xingqiao(options).incidents().within(days);
  }

  /** What models are to find, and what looks like it, as far as it begins within the first days. */
  public static List<Planted> planted(DemoOptions options, int days) {
    Xingqiao xingqiao = new Xingqiao(options);
    List<Planted> planted =
        new ArrayList<>(
            new PlotStream(xingqiao, new RecordStream(xingqiao).enterprises()).within(days));
    planted.addAll(new RegisterDrains(xingqiao).within(days));
    return planted;
  }

  /**
   * Writes what models are to find as a JSON array in the same way.
   *
   * @throws IOException when the file cannot be written
   */
  public static void writePlanted(List<Planted> planted, Path file) throws IOException {
    ArrayNode array = JSON.createArrayNode();
    for (Planted one : planted) {
      ObjectNode node = array.addObject();
      node.put("id", one.id()).put("model", one.model()).put("target", one.target());
      node.put("real", one.real());
      one.rows().forEach(node.putArray("rows")::add);
      node.put("from", one.from().toString()).put("to", one.to().toString());
    }
    Files.write(file, JSON.writeValueAsBytes(array));
  }

  /**
   * Writes them as a JSON array; days are dates in the city's zone, {@code to} is the day after.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(List<Incident> incidents, Path file) throws IOException {
    ArrayNode array = JSON.createArrayNode();
    for (Incident incident : incidents) {
      ObjectNode node = array.addObject();
      node.put("id", incident.id()).put("kind", incident.kind().wireName());
      incident.grids().forEach(node.putArray("grids")::add);
      node.put("category", incident.category()).put("target", incident.target());
      node.put("from", incident.from().toString()).put("to", incident.to().toString());
      node.put("size", incident.size());
    }
    Files.write(file, JSON.writeValueAsBytes(array));
  }
}
