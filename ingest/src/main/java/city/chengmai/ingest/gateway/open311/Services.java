package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.source.Category;
import city.chengmai.ingest.gateway.http.RequestRefused;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The leaves of the city's category tree as services. A service code is the category's id with dots
 * for slashes, since clients put codes into paths as they are.
 */
final class Services {

  private final Map<String, Category> byCode = new LinkedHashMap<>();
  private final Map<String, Category> byId = new LinkedHashMap<>();

  Services(List<Category> categories) {
    Set<String> parents = new HashSet<>();
    categories.forEach(category -> category.parentId().ifPresent(parents::add));
    for (Category category : categories) {
      byId.put(category.id(), category);
      if (!parents.contains(category.id())) {
        Category other = byCode.put(code(category.id()), category);
        requireOne(category, other);
      }
    }
  }

  /** The code of a category, also of one that is no service. */
  static String code(String categoryId) {
    return categoryId.replace('/', '.');
  }

  /** The category behind a code, or refused with 404. */
  Category require(String code) {
    Category category = byCode.getOrDefault(code, byCode.get(code(code)));
    if (category == null) {
      throw new RequestRefused(
          404,
          "unknown-service",
          "service_code \"" + code + "\" was not found; services lists those there are");
    }
    return category;
  }

  String name(String categoryId, Words words) {
    Category category = byId.get(categoryId);
    return category == null ? code(categoryId) : name(category, words);
  }

  Document list(Words words) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    byCode.forEach((code, category) -> list.add(service(code, category, words)));
    return new Document("services", list);
  }

  /** No service asks for more than the fields that every request has. */
  Document definition(String code) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("service_code", code(require(code).id()));
    definition.putArray("attributes");
    return new Document("service_definition", definition);
  }

  private ObjectNode service(String code, Category category, Words words) {
    String group = category.parentId().map(parent -> name(parent, words)).orElse("");
    String name = name(category, words);
    ObjectNode service = JsonNodeFactory.instance.objectNode();
    service.put("service_code", code).put("service_name", name);
    service.put("description", group.isEmpty() ? name : group + " – " + name);
    service.put("metadata", false).put("type", "realtime");
    service.put("keywords", keywords(category, group));
    return service.put("group", group);
  }

  private static String keywords(Category category, String group) {
    return Stream.of(category.nameZh(), category.nameEn(), group)
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace(",", ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String name(Category category, Words words) {
    return words.chinese() ? category.nameZh() : category.nameEn();
  }

  private static void requireOne(Category category, Category other) {
    if (other != null) {
      throw new IllegalArgumentException(
          "categories "
              + category.id()
              + " and "
              + other.id()
              + " would have the same Open311 service code; rename one");
    }
  }
}
