package city.chengmai.datasets.source;

import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** The GeoJSON of a city's areas. */
public final class AreaFileFuzz implements FuzzTarget {

  private static final String HEAD =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":";

  @Override
  public List<String> seeds() {
    return List.of(
        HEAD
            + "{\"id\":\"a\",\"level\":\"city\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[121,31],[121.1,31],[121.1,31.1],[121,31.1],[121,31]]]}}]}",
        HEAD
            + "{\"id\":\"a\",\"level\":\"city\",\"valid-from\":\"2024-01-01\"},\"geometry\":{\"type\":"
            + "\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],[]]}}]}",
        HEAD
            + "{\"id\":\"a\",\"level\":\"city\"},\"geometry\":{\"type\":\"GeometryCollection\"}}]}",
        HEAD + "{\"id\":\"a\",\"level\":\"city\",\"parent\":\"a\"},\"geometry\":null}]}",
        HEAD + "{\"id\":\"a\",\"level\":\"city\"},\"geometry\":{\"type\":\"Polygon\"}}]}",
        HEAD
            + "{\"id\":\"a\",\"level\":\"city\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[1e999,0],[\"x\",0],[1],null]]}}]}",
        "{\"features\":[null]}",
        "null");
  }

  @Override
  public List<String> words() {
    return List.of(
        "\"coordinates\":",
        "\"geometry\":",
        "\"parent\":\"a\"",
        "\"overlay\":true",
        "1e308",
        "null",
        "\"Point\"",
        "\"LineString\"",
        "\"MultiPolygon\"",
        "\"grid-type\":\"general\"",
        "[[[",
        "]]]");
  }

  @Override
  public void take(byte[] input) {
    try {
      AreaFile.read(new InMemoryCityFiles().with("areas.geojson", input), "areas.geojson");
    } catch (CityConfigurationException refused) {
      return;
    }
  }
}
