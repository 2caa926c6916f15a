package city.chengmai.analytics.job;

import city.chengmai.analytics.job.SmallFamilies.Told;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Events about enterprises, buildings, components and base records, with members left out at
 * random.
 */
final class EntityEvents {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> STATUSES = List.of("open", "open", "open", "moved-out");
  private static final List<String> CONDITIONS =
      List.of("good", "worn", "damaged", "clogged", "missing");

  private EntityEvents() {}

  static Told any(Random random, int i) {
    Instant at = SmallFamilies.any(random).plusMillis(i);
    String grid = random.nextInt(4) == 0 ? "" : SmallFamilies.grid(random);
    Map<String, Object> data = new LinkedHashMap<>();
    return switch (random.nextInt(5)) {
      case 0, 1 -> {
        maybe(random, data, "status", STATUSES.get(random.nextInt(4)));
        maybe(random, data, "tier", random.nextBoolean() ? "key" : "general");
        maybe(random, data, "trade", "retail");
        maybe(random, data, "employees", random.nextInt(50));
        maybe(random, data, "floorArea", 12.5 * random.nextInt(9));
        yield told(i, "enterprise.updated", "ent-" + random.nextInt(45), grid, at, data);
      }
      case 2 -> {
        maybe(random, data, "grade", "A");
        maybe(random, data, "taxClass", "below");
        maybe(random, data, "floors", 9);
        maybe(random, data, "lettableArea", 1_000 + random.nextInt(500));
        maybe(random, data, "letArea", random.nextInt(1_000));
        yield told(i, "building.updated", "building-" + random.nextInt(8), grid, at, data);
      }
      case 3 -> {
        maybe(random, data, "condition", CONDITIONS.get(random.nextInt(5)));
        String type = random.nextInt(3) == 0 ? "component.registered" : "component.inspected";
        yield told(i, type, "component-" + random.nextInt(32), grid, at, data);
      }
      default -> record(random, i, grid, at, data);
    };
  }

  private static Told record(
      Random random, int i, String grid, Instant at, Map<String, Object> data) {
    String kind = List.of("enterprise", "building", "site", "device").get(random.nextInt(4));
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (kind.equals("building")) {
      maybe(random, attributes, "letArea", "" + random.nextInt(1_000));
      maybe(random, attributes, "lettableArea", "1200");
    }
    maybe(random, attributes, "status", STATUSES.get(random.nextInt(4)));
    data.put("recordKind", kind);
    data.put("attributes", attributes);
    if (random.nextInt(5) == 0) {
      data.put("validTo", at.plus(random.nextInt(20), ChronoUnit.DAYS).toString());
    }
    String prefix = kind.equals("enterprise") ? "ent-" : kind + "-";
    return told(i, "record.updated", prefix + random.nextInt(8), grid, at, data);
  }

  private static Told told(
      int i, String type, String subject, String grid, Instant at, Map<String, Object> data) {
    return new Told("event-" + i, "cn.grid." + type, subject, grid, at, data);
  }

  private static void maybe(Random random, Map<String, Object> data, String member, Object value) {
    if (random.nextInt(3) > 0) {
      data.put(member, value);
    }
  }

  static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing " + data, e);
    }
  }
}
