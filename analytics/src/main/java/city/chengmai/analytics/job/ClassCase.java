package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.analytics.model.theme.TextWords;
import city.chengmai.analytics.model.theme.Themes.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A case that may be of a class.
 *
 * @param place where it is, as far as it has a point
 * @param description what was said, masked
 */
record ClassCase(Told place, boolean hasPoint, String description) {

  /** A shorter part of an address may as well be a word. */
  private static final int SHORTEST_ADDRESS = 4;

  static ClassCase of(ObjectNode row) {
    boolean hasPoint = !row.get("longitude").isNull() && !row.get("latitude").isNull();
    Told place =
        new Told(
            row.get("id").asText(),
            Told.Kind.CASE,
            row.get("grid").asText(),
            row.get("category").asText(),
            Stamp.moment(row.get("at").asText()),
            Optional.empty(),
            hasPoint ? row.get("longitude").asDouble() : 0,
            hasPoint ? row.get("latitude").asDouble() : 0,
            row.get("address").asText());
    return new ClassCase(place, hasPoint, row.get("description").asText());
  }

  String id() {
    return place.id();
  }

  Instant at() {
    return place.at();
  }

  /** What it is about, without where it is. */
  Text text() {
    Set<String> words = new TreeSet<>(TextWords.of(withoutAddress()));
    words.removeAll(TextWords.of(place.address()));
    return new Text(id(), place.category(), words);
  }

  /** The longest end of the address that the text names is left out. */
  private String withoutAddress() {
    String address = place.address();
    for (int from = 0; from + SHORTEST_ADDRESS <= address.length(); from++) {
      String end = address.substring(from);
      if (description.contains(end)) {
        return description.replace(end, " ");
      }
    }
    return description;
  }
}
