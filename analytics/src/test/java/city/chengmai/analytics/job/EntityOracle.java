package city.chengmai.analytics.job;

import static city.chengmai.analytics.job.IndicatorOracle.above;
import static city.chengmai.analytics.job.IndicatorOracle.in;

import city.chengmai.analytics.job.SmallFamilies.Told;
import city.chengmai.datasets.indicator.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What entities are at the end of a window, by replaying what was told of them until then. */
final class EntityOracle {

  private static final Set<String> GONE = Set.of("moved-out", "closed");
  private static final Set<String> SOUND = Set.of("good", "worn");
  private static final Map<String, Integer> REFRESH_DAYS =
      Map.of("enterprise", 90, "building", 90, "site", 30, "component", 180, "device", 180);
  private static final List<String> ENTERPRISE_FIELDS =
      List.of("tier", "trade", "status", "employees", "floorArea");
  private static final List<String> BUILDING_FIELDS =
      List.of("grade", "taxClass", "floors", "lettableArea", "letArea");

  private final SmallFamilies city;
  private final Instant until;

  EntityOracle(SmallFamilies city, Instant until) {
    this.city = city;
    this.until = until;
  }

  Rate rate(String indicator, String area, Instant from, Instant to) {
    return switch (indicator) {
      case "S08" -> roster(area, to, false, id -> visited(id, from, to) ? 1 : 0, 1);
      case "S10" -> roster(area, to, true, id -> equipped(id, to) ? 1 : 0, 1);
      case "O06" -> components(area, to);
      case "O07" -> records(area, to);
      case "O08" -> files(area, to);
      case "O12" -> lettings(area, to);
      default -> throw new IllegalArgumentException(indicator);
    };
  }

  private interface Share {
    double of(String enterprise);
  }

  private Rate roster(String area, Instant to, boolean onlyKey, Share share, double each) {
    Rate sum = Rate.NOTHING;
    for (Entity enterprise : entities(List.of("enterprise.updated"), "enterprise").values()) {
      Map<String, Object> file = enterprise.file(to);
      if (enterprise.isIn(area)
          && enterprise.began(to)
          && !GONE.contains(file.getOrDefault("status", ""))
          && (!onlyKey || "key".equals(file.get("tier")))) {
        sum = sum.plus(new Rate(share.of(enterprise.id), each));
      }
    }
    return sum;
  }

  private boolean visited(String id, Instant from, Instant to) {
    return city.visits().stream().anyMatch(v -> v.target().equals(id) && in(v.held(), from, to));
  }

  private boolean equipped(String id, Instant to) {
    Set<String> parts = new HashSet<>();
    city.parcels().stream()
        .filter(p -> p.enterprise().equals(id) && p.confirmed() && p.delivered().isBefore(to))
        .forEach(p -> parts.add(p.part()));
    return parts.size() == 4;
  }

  private Rate components(String area, Instant to) {
    Rate sum = Rate.NOTHING;
    List<String> types = List.of("component.registered", "component.inspected");
    for (Entity component : entities(types, "component").values()) {
      Object condition = component.file(to).get("condition");
      if (component.isIn(area) && condition != null) {
        sum = sum.plus(new Rate(SOUND.contains(condition) ? 1 : 0, 1));
      }
    }
    return sum;
  }

  private Rate records(String area, Instant to) {
    Rate sum = Rate.NOTHING;
    List<String> types =
        List.of(
            "record.updated",
            "enterprise.updated",
            "building.updated",
            "component.registered",
            "component.inspected");
    for (Entity record : entities(types, "").values()) {
      if (!record.isIn(area) || !record.began(to)) {
        continue;
      }
      Told last = record.lastBefore(to);
      Object expires = last.data().get("validTo");
      boolean expired = expires != null && Instant.parse((String) expires).isBefore(to);
      if (!expired && !GONE.contains(record.status(to))) {
        Instant stale = last.at().plus(Duration.ofDays(REFRESH_DAYS.get(record.kind)));
        sum = sum.plus(new Rate(stale.isBefore(to) ? 0 : 1, 1));
      }
    }
    return sum;
  }

  private Rate files(String area, Instant to) {
    Rate sum = Rate.NOTHING;
    for (Entity enterprise : entities(List.of("enterprise.updated"), "enterprise").values()) {
      Map<String, Object> file = enterprise.file(to);
      if (enterprise.isIn(area)
          && enterprise.began(to)
          && !GONE.contains(file.getOrDefault("status", ""))) {
        sum = sum.plus(filled(file, ENTERPRISE_FIELDS));
      }
    }
    for (Entity building : entities(List.of("building.updated"), "building").values()) {
      if (placed(building).isIn(area) && building.began(to)) {
        sum = sum.plus(filled(building.file(to), BUILDING_FIELDS));
      }
    }
    return sum;
  }

  private static Rate filled(Map<String, Object> file, List<String> fields) {
    return new Rate(fields.stream().filter(file::containsKey).count(), fields.size());
  }

  private Rate lettings(String area, Instant to) {
    Rate sum = Rate.NOTHING;
    for (Entity building : buildings().values()) {
      Map<String, Object> file = building.file(to);
      if (building.isIn(area)
          && file.containsKey("lettableArea")
          && file.containsKey("letArea")
          && number(file, "lettableArea") > 0) {
        sum = sum.plus(new Rate(number(file, "letArea"), number(file, "lettableArea")));
      }
    }
    return sum;
  }

  private static double number(Map<String, Object> file, String member) {
    return Double.parseDouble(file.get(member).toString());
  }

  /** A building stands where its file or its base record last said. */
  private Entity placed(Entity building) {
    return buildings().get(building.kind + "/" + building.id);
  }

  private Map<String, Entity> buildings() {
    return entities(List.of("building.updated", "record.updated"), "building");
  }

  private Map<String, Entity> entities(List<String> types, String kind) {
    Map<String, Entity> entities = new TreeMap<>();
    city.told().stream()
        .filter(told -> told.at().isBefore(until))
        .filter(told -> types.contains(told.type().substring("cn.grid.".length())))
        .filter(told -> kind.isEmpty() || kindOf(told).equals(kind))
        .sorted(Comparator.comparing(Told::at))
        .forEach(
            told ->
                entities
                    .computeIfAbsent(
                        kindOf(told) + "/" + told.subject(),
                        key -> new Entity(kindOf(told), told.subject()))
                    .told
                    .add(told));
    return entities;
  }

  private static String kindOf(Told told) {
    String type = told.type().substring("cn.grid.".length());
    return type.equals("record.updated")
        ? (String) told.data().get("recordKind")
        : type.substring(0, type.indexOf('.'));
  }

  /** All that was told of one entity, in order of time. */
  private static final class Entity {

    private final String kind;
    private final String id;
    private final List<Told> told = new ArrayList<>();

    private Entity(String kind, String id) {
      this.kind = kind;
      this.id = id;
    }

    boolean isIn(String area) {
      String grid = "";
      for (Told one : told) {
        grid = one.grid().isEmpty() ? grid : one.grid();
      }
      return above(grid, area);
    }

    boolean began(Instant to) {
      return told.get(0).at().isBefore(to);
    }

    Told lastBefore(Instant to) {
      return told.stream()
          .filter(one -> one.at().isBefore(to))
          .reduce((one, other) -> other)
          .orElseThrow();
    }

    /** Members and attributes as last told. */
    Map<String, Object> file(Instant to) {
      Map<String, Object> file = new HashMap<>();
      for (Told one : told) {
        if (one.at().isBefore(to)) {
          file.putAll(one.data());
          attributes(one).forEach(file::put);
        }
      }
      return file;
    }

    String status(Instant to) {
      return String.valueOf(file(to).getOrDefault("status", ""));
    }

    private static Map<?, ?> rawAttributes(Told one) {
      return one.data().get("attributes") instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<String, Object> attributes(Told one) {
      Map<String, Object> attributes = new HashMap<>();
      rawAttributes(one).forEach((name, value) -> attributes.put((String) name, value));
      return attributes;
    }
  }
}
