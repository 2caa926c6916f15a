package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.source.Category;
import city.chengmai.ingest.gateway.http.RequestRefused;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the fields of a filed request to the payload of {@code case.reported}. */
final class RequestForm {

  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_ADDRESS = 400;

  private RequestForm() {}

  static ObjectNode payload(Arguments form, Category category) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("category", category.id()).put("channel", "app");
    description(form).ifPresent(text -> data.put("description", text));
    place(form, data);
    reporter(form, data);
    form.text("media_url").ifPresent(url -> data.putArray("photos").add(address(url)));
    return data;
  }

  private static Optional<String> description(Arguments form) {
    StringBuilder text = new StringBuilder(form.text("description").orElse(""));
    // No service asks for attributes; what a client sends all the same is not thrown away.
    for (Map.Entry<String, List<String>> attribute : form.attributes().entrySet()) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(attribute.getKey()).append(": ");
      text.append(String.join(", ", attribute.getValue()));
    }
    requireLength("description", text.length(), LONGEST_DESCRIPTION);
    return Optional.of(text.toString()).filter(value -> !value.isEmpty());
  }

  private static void place(Arguments form, ObjectNode data) {
    Optional<Double> latitude = form.number("lat", -90, 90);
    Optional<Double> longitude = form.number("long", -180, 180);
    Optional<String> address = form.text("address_string");
    Optional<String> addressId = form.text("address_id");
    if (latitude.isPresent() != longitude.isPresent()) {
      throw bad("lat and long belong together; one of them is missing");
    }
    if (latitude.isEmpty() && address.isEmpty() && addressId.isEmpty()) {
      throw bad("the place is missing: send lat and long, address_string, or address_id");
    }
    if (latitude.isPresent()) {
      ObjectNode point = data.putObject("point");
      point.put("longitude", longitude.get()).put("latitude", latitude.get());
    }
    address.ifPresent(text -> requireLength("address_string", text.length(), LONGEST_ADDRESS));
    address.ifPresent(text -> data.put("address", text));
    addressId.ifPresent(id -> data.put("areaId", id));
  }

  private static void reporter(Arguments form, ObjectNode data) {
    ObjectNode reporter = JsonNodeFactory.instance.objectNode();
    name(form).ifPresent(name -> reporter.put("name", name));
    form.text("phone").ifPresent(phone -> reporter.put("phone", phone));
    form.text("email").ifPresent(email -> reporter.put("email", email));
    if (!reporter.isEmpty()) {
      data.set("reporter", reporter);
    }
  }

  // Written as the person would write it, so that it is found and masked in the description too.
  private static Optional<String> name(Arguments form) {
    String first = form.text("first_name").orElse("");
    String last = form.text("last_name").orElse("");
    boolean chinese = (first + last).codePoints().anyMatch(Character::isIdeographic);
    return Optional.of(chinese ? last + first : (first + " " + last).strip())
        .filter(name -> !name.isEmpty());
  }

  private static String address(String url) {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw bad("media_url is no address: " + e.getMessage());
    }
    throw bad("media_url is no http or https address");
  }

  private static void requireLength(String name, int length, int longest) {
    if (length > longest) {
      throw bad(name + " has " + length + " characters, at most " + longest + " are taken");
    }
  }

  private static RequestRefused bad(String sentence) {
    return new RequestRefused(400, "bad-argument", sentence);
  }
}
