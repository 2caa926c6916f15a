package city.chengmai.dashboard.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place in a board's text: reads its keys strictly and gathers what is wrong. */
final class Spot {

  private final String place;
  private final JsonNode node;
  private final List<BoardFault> faults;

  Spot(String place, JsonNode node, List<BoardFault> faults) {
    this.place = place;
    this.node = node;
    this.faults = faults;
  }

  /** Whether it has keys; says so when not. */
  boolean isMap() {
    if (node == null || !node.isObject()) {
      fault("", "map");
      return false;
    }
    return true;
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Tells of every key that is not one of these. */
  void allow(List<String> keys) {
    Set<String> known = new HashSet<>(keys);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                faults.add(
                    new BoardFault(
                        place, name, seen(name), "key", List.of(String.join(", ", keys))));
              }
            });
  }

  /** A whole number within bounds; the other value when the key is missing and that is allowed. */
  int whole(String key, int least, int most, Integer otherwise) {
    JsonNode value = node.get(key);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    boolean good =
        value != null
            && value.isIntegralNumber()
            && value.canConvertToInt()
            && value.asInt() >= least
            && value.asInt() <= most;
    if (!good) {
      // As texts: a year is no quantity, and neither is a bound.
      fault(key, "whole", "" + least, "" + most);
      return least;
    }
    return value.asInt();
  }

  /** A text that fits a pattern; what is expected is told by the message of this name. */
  Optional<String> text(String key, String pattern, String expected) {
    JsonNode value = node.get(key);
    if (value == null || !value.isTextual() || !value.asText().matches(pattern)) {
      fault(key, expected);
      return Optional.empty();
    }
    return Optional.of(value.asText());
  }

  /** Yes or no. */
  boolean flag(String key, boolean otherwise) {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      fault(key, "flag");
    }
    return value.asBoolean(otherwise);
  }

  /** What a key holds, as written; empty when it is missing. */
  String seen(String key) {
    JsonNode value = key.isEmpty() ? node : node.get(key);
    if (value == null) {
      return "";
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : value.toString();
  }

  JsonNode get(String key) {
    return node.get(key);
  }

  /** The place that a key holds. */
  Spot below(String key) {
    return new Spot(step(key), node.get(key), faults);
  }

  /** The places that a list holds, counted from 1; tells when there are too few or too many. */
  List<Spot> each(String key, int least, int most, String named) {
    JsonNode list = node.get(key);
    if (list == null || !list.isArray() || list.size() < least || list.size() > most) {
      fault(key, "list", "" + least, "" + most);
      return List.of();
    }
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode name = list.get(i).get(named);
      String words = name != null && name.isTextual() ? " \"" + name.asText() + "\"" : "";
      spots.add(new Spot(step(key) + " " + (i + 1) + words, list.get(i), faults));
    }
    return spots;
  }

  void fault(String key, String expected, Object... arguments) {
    String there = node == null ? "" : seen(key);
    faults.add(new BoardFault(place, key, there, expected, List.of(arguments)));
  }

  private String step(String key) {
    return place.isEmpty() ? key : place + " › " + key;
  }
}
