package city.chengmai.analytics.job;

import city.chengmai.analytics.model.IndicatorStanding;
import city.chengmai.analytics.model.RankRange;
import city.chengmai.analytics.model.Spread;
import city.chengmai.analytics.model.Standing;
import city.chengmai.analytics.spark.StoredRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of {@code indicator_standings}.
 *
 * @param columns column names and values
 */
record StandingRow(Map<String, Object> columns) implements StoredRow {

  static StandingRow of(IndicatorStanding standing, int day, long version) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("area_id", standing.area());
    columns.put("indicator", standing.indicator());
    columns.put("day", LocalDate.ofEpochDay(day));
    columns.put("peer_group", standing.peerGroup());
    columns.put("peers", standing.peers());
    columns.put("value", Columns.orNull(standing.value()));
    columns.put("peer_value", Columns.orNull(standing.peerValue()));
    columns.put("shrunk_value", Columns.orNull(standing.shrunk()));
    columns.put("lower", standing.interval().map(Spread::lower).orElse(null));
    columns.put("upper", standing.interval().map(Spread::upper).orElse(null));
    columns.put("denominator", standing.sample());
    columns.put("rank", standing.standing().map(Standing::rank).orElse(null));
    columns.put("rank_lower", standing.ranks().map(RankRange::best).orElse(null));
    columns.put("rank_upper", standing.ranks().map(RankRange::worst).orElse(null));
    columns.put("quartile", standing.standing().map(Standing::quartile).orElse(null));
    columns.put("definition_version", standing.definitionVersion());
    columns.put("version", version);
    return new StandingRow(columns);
  }
}
