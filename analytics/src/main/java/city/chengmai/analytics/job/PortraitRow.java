package city.chengmai.analytics.job;

import city.chengmai.analytics.model.Portrait;
import city.chengmai.analytics.model.Standing;
import city.chengmai.analytics.spark.StoredRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of {@code portraits}.
 *
 * @param columns column names and values
 */
record PortraitRow(Map<String, Object> columns) implements StoredRow {

  static PortraitRow of(
      Portrait portrait, Portrait.Placed placed, int day, int schemeVersion, Stamp stamp) {
    Map<String, Object> columns = new LinkedHashMap<>();
    double score = placed.score().value().orElse(Double.NaN);
    columns.put("area_id", portrait.area());
    columns.put("day", LocalDate.ofEpochDay(day));
    columns.put("dimension", placed.score().dimension());
    columns.put("score", Double.isNaN(score) ? null : score);
    columns.put("score_lower", placed.uncertainty().map(u -> u.score().lower()).orElse(null));
    columns.put("score_upper", placed.uncertainty().map(u -> u.score().upper()).orElse(null));
    columns.put("grade", placed.grade());
    columns.put("weight_present", placed.score().weightPresent());
    columns.put("peer_group", portrait.peerGroup());
    columns.put("peers", placed.peers());
    columns.put("rank", placed.standing().map(Standing::rank).orElse(null));
    columns.put("rank_lower", placed.uncertainty().map(u -> u.rank().best()).orElse(null));
    columns.put("rank_upper", placed.uncertainty().map(u -> u.rank().worst()).orElse(null));
    columns.put("quartile", placed.standing().map(Standing::quartile).orElse(null));
    columns.put("scheme_version", schemeVersion);
    columns.put("data_as_of", Stamp.text(stamp.dataAsOf()));
    columns.put("computed_at", Stamp.text(stamp.computedAt()));
    columns.put("version", stamp.version());
    return new PortraitRow(columns);
  }
}
