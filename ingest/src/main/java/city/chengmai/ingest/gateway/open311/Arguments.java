package city.chengmai.ingest.gateway.open311;

import city.chengmai.ingest.gateway.http.RequestRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Arguments of a query or a form. One that is empty counts as absent, says the specification. */
final class Arguments {

  private static final int LARGEST_COUNT = 200;

  private final Fields fields;

  private Arguments(Fields fields) {
    this.fields = fields;
  }

  static Arguments ofQuery(Request request) {
    return parse(request.getHttpURI().getQuery());
  }

  static Arguments ofForm(String body) {
    return parse(body);
  }

  private static Arguments parse(String text) {
    Fields fields = new Fields(true);
    try {
      if (text != null) {
        UrlEncoded.decodeUtf8To(text, 0, text.length(), fields);
      }
    } catch (IllegalArgumentException e) {
      throw new RequestRefused(
          400, "bad-encoding", "the arguments are not percent-encoded UTF-8: " + e.getMessage());
    }
    if (fields.getSize() > LARGEST_COUNT) {
      throw new RequestRefused(
          400, "too-large", "there are more than " + LARGEST_COUNT + " arguments");
    }
    return new Arguments(fields);
  }

  /** The value, without white space around it. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.getValue(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** All values of an argument that may be repeated and may hold several with commas between. */
  List<String> list(String name) {
    return fields.getValuesOrEmpty(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** The number, or empty when absent. */
  Optional<Double> number(String name, double smallest, double largest) {
    return text(name).map(value -> number(name, value, smallest, largest));
  }

  /** Values of {@code attribute[CODE]} and {@code attribute[CODE][]}, by code. */
  Map<String, List<String>> attributes() {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (Fields.Field field : fields) {
      String name = field.getName();
      int end = name.indexOf(']');
      if (name.startsWith("attribute[") && end > 0) {
        List<String> values = field.getValues().stream().filter(v -> !v.isBlank()).toList();
        attributes
            .computeIfAbsent(name.substring("attribute[".length(), end), c -> new ArrayList<>())
            .addAll(values);
      }
    }
    return attributes;
  }

  private static double number(String name, String value, double smallest, double largest) {
    try {
      double number = Double.parseDouble(value);
      if (number >= smallest && number <= largest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outOfRange(name, value, smallest, largest);
    }
    throw outOfRange(name, value, smallest, largest);
  }

  private static RequestRefused outOfRange(
      String name, String value, double smallest, double largest) {
    return new RequestRefused(
        400,
        "bad-argument",
        name + " is \"" + value + "\", expected a number from " + smallest + " to " + largest);
  }
}
