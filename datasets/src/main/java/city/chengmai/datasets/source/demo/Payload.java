package city.chengmai.datasets.source.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.locationtech.jts.geom.Coordinate;

/** The parts that payloads share. */
final class Payload {

  private Payload() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(String name, String value) {
    return empty().put(name, value);
  }

  /** A moment as RFC 3339 with the offset of the city. */
  static String moment(LocalDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(DemoOptions.ZONE));
  }

  /** Adds a point in WGS 84 degrees. */
  static void putPoint(ObjectNode payload, Coordinate degrees) {
    payload.putObject("point").put("longitude", degrees.x).put("latitude", degrees.y);
  }
}
