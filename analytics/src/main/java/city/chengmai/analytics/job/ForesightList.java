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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The list of each morning of the latest days, as rows; what later data takes off a list stays, and
 * says so.
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
    PlaceForecast forecast =
        new PlaceForecast(
            told.stream().map(ForesightList::told).toList(), metres, method.candidates());
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    LocalDate today =
        run.city().knownUntil().minusMillis(1).atZone(run.city().zone()).toLocalDate();
    LocalDate from = today.minusDays(LATEST_DAYS - 1L);
    LocalDate begin = from.isBefore(run.city().firstDay()) ? run.city().firstDay() : from;
    for (LocalDate day : begin.datesUntil(today.plusDays(1)).toList()) {
      List<Candidate> listed = forecast.at(run.city().startOf(day));
      for (int place = 0; place < listed.size(); place++) {
        Map<String, Object> row = row(day, place + 1, listed.get(place), forecast);
        rows.put((String) row.get("candidate_id"), row);
      }
    }
    StandingRows standing = new StandingRows(client, TABLE, "candidate_id");
    standing.all().values().stream()
        .filter(row -> !LocalDate.parse((String) row.get("day")).isBefore(begin))
        .filter(row -> !rows.containsKey((String) row.get("candidate_id")))
        .forEach(row -> rows.put((String) row.get("candidate_id"), dropped(row)));
    return standing.write(run, rows.values());
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

  private Map<String, Object> row(
      LocalDate day, int place, Candidate found, PlaceForecast forecast) {
    Told last = found.last();
    Instant morning = run.city().startOf(day);
    LocalDate over = day.plusDays(method.candidates().followDays());
    boolean isOver = !run.city().startOf(over).isAfter(run.city().knownUntil());
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
    row.put("checked_on", isOver ? over.toString() : null);
    row.put("complaints", isOver ? forecast.complaints(found, morning) : null);
    row.put("finds", isOver ? forecast.finds(found, morning) : null);
    row.put("method_version", method.version());
    return row;
  }
}
