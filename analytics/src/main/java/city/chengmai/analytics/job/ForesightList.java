package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.PlaceForecast;
import city.chengmai.analytics.model.foresight.PlaceForecast.Candidate;
import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.foresight.ForesightMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The list of each morning of the latest days, as rows. Today's is made anew in each run; what
 * later data takes off it stays, and says so. The list of a morning that is over stays as it was
 * made, and is only told what came. A morning without any row is made up for; {@code data_as_of}
 * tells by the city clock when a list was made, so that one made after its day is not taken for
 * foresight.
 */
final class ForesightList {

  private static final String TABLE = "foresight_candidates";
  private static final int LATEST_DAYS = 60;
  private static final int MOST_EVIDENCE = 50;

  private final RunContext run;
  private final ForesightMethod method;
  private final double metres;

  ForesightList(RunContext run, ForesightMethod method, double metres) {
    this.run = run;
    this.method = method;
    this.metres = metres;
  }

  long write(ClickHouseClient client, List<ObjectNode> told) {
    StandingRows standing = new StandingRows(client, TABLE, "candidate_id");
    List<Told> matters = told.stream().map(ForesightList::told).toList();
    return standing.writeAsMade(run, rows(matters, standing.all().values()));
  }

  /**
   * Rows of the latest mornings, each with the moment that it was made at.
   *
   * @param standing rows as they stand
   */
  List<Map<String, Object>> rows(Collection<Told> told, Collection<Map<String, Object>> standing) {
    PlaceForecast forecast = new PlaceForecast(told, metres, method.candidates());
    Map<LocalDate, List<Map<String, Object>>> made =
        standing.stream().collect(Collectors.groupingBy(ForesightList::day));
    LocalDate today =
        run.city().knownUntil().minusMillis(1).atZone(run.city().zone()).toLocalDate();
    LocalDate from = today.minusDays(LATEST_DAYS - 1L);
    LocalDate begin = from.isBefore(run.city().firstDay()) ? run.city().firstDay() : from;
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LocalDate day : begin.datesUntil(today.plusDays(1)).toList()) {
      List<Map<String, Object>> before = made.getOrDefault(day, List.of());
      boolean stays = day.isBefore(today) && !before.isEmpty();
      Collection<Map<String, Object>> own = stays ? before : listed(day, forecast, before);
      own.forEach(row -> rows.add(checked(row, forecast)));
    }
    return rows;
  }

  private static LocalDate day(Map<String, Object> row) {
    return LocalDate.parse((String) row.get("day"));
  }

  private Collection<Map<String, Object>> listed(
      LocalDate day, PlaceForecast forecast, List<Map<String, Object>> before) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    List<Candidate> listed = forecast.at(run.city().startOf(day));
    for (int place = 0; place < listed.size(); place++) {
      Map<String, Object> row = row(day, place + 1, listed.get(place));
      rows.put((String) row.get("candidate_id"), row);
    }
    before.forEach(row -> rows.putIfAbsent((String) row.get("candidate_id"), dropped(row)));
    return rows.values();
  }

  private static Told told(ObjectNode row) {
    return new Told(
        row.get("id").asText(),
        Told.Kind.valueOf(row.get("kind").asText().toUpperCase(Locale.ROOT)),
        row.get("grid").asText(),
        row.get("category").asText(),
        Stamp.moment(row.get("at").asText()),
        row.get("void_from").isNull()
            ? Optional.empty()
            : Optional.of(Stamp.moment(row.get("void_from").asText())),
        row.get("longitude").asDouble(),
        row.get("latitude").asDouble(),
        row.get("address").asText());
  }

  private static Map<String, Object> dropped(Map<String, Object> before) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    row.put("dropped", 1);
    return row;
  }

  /** The row with what came, once the days are over that it foretells. */
  private Map<String, Object> checked(Map<String, Object> made, PlaceForecast forecast) {
    LocalDate over = day(made).plusDays(method.candidates().followDays());
    boolean isOver = !run.city().startOf(over).isAfter(run.city().knownUntil());
    Instant morning = run.city().startOf(day(made));
    Told place = place(made, morning);
    Map<String, Object> row = new LinkedHashMap<>(made);
    row.put("checked_on", isOver ? over.toString() : null);
    row.put("complaints", isOver ? forecast.complaints(place, morning) : null);
    row.put("finds", isOver ? forecast.finds(place, morning) : null);
    return row;
  }

  private static Told place(Map<String, Object> row, Instant morning) {
    return new Told(
        "",
        Told.Kind.CASE,
        (String) row.get("grid"),
        (String) row.get("category"),
        morning,
        Optional.empty(),
        ((Number) row.get("longitude")).doubleValue(),
        ((Number) row.get("latitude")).doubleValue(),
        "");
  }

  private Map<String, Object> row(LocalDate day, int place, Candidate found) {
    Told last = found.last();
    List<String> evidence = new ArrayList<>();
    found.matters().stream().limit(MOST_EVIDENCE).forEach(one -> evidence.add(one.id()));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("candidate_id", day + "|" + last.grid() + "|" + last.category());
    row.put("day", day.toString());
    row.put("place", place);
    row.put("grid", last.grid());
    row.put("category", last.category());
    row.put("longitude", last.longitude());
    row.put("latitude", last.latitude());
    row.put("address", found.address());
    row.put("evidence", evidence);
    row.put("evidence_total", found.matters().size());
    row.put("orders", found.orders());
    row.put("learned_from", found.learnedFrom());
    row.put("base", StandingRows.rounded(found.base()));
    row.put("likelihood", StandingRows.rounded(found.likelihood()));
    row.put("lower", StandingRows.rounded(found.lower()));
    row.put("upper", StandingRows.rounded(found.upper()));
    row.put("dropped", 0);
    row.put("data_as_of", Stamp.text(run.city().knownUntil()));
    row.put("method_version", method.version());
    return row;
  }
}
