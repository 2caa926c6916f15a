package city.chengmai.analytics.job.rule;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feed that an open alert A08 tells to be silent (断流).
 *
 * @param id of the feed, or the source of its events when the city declares none for it
 * @param names id, kind and sources: what a rule may call it by
 * @param heard when it was heard last, or expected from
 */
public record SilentFeed(String id, Set<String> names, Instant heard) {

  private static final String QUERY =
      """
      SELECT a.feed AS feed, a.heard AS heard, f.kind AS kind, f.sources AS sources
      FROM
      (
          SELECT if(subject = '', evidence[1], subject) AS feed, min(period_start) AS heard
          FROM alerts FINAL
          WHERE rule = 'A08' AND state = 'open'
          GROUP BY feed
      ) AS a
      LEFT JOIN (SELECT feed_id, toString(kind) AS kind, sources FROM feeds FINAL WHERE declared = 1) AS f ON f.feed_id = a.feed
      ORDER BY heard, feed
      """;

  /** The feeds that are silent now, the longest first. */
  public static List<SilentFeed> read(ClickHouseClient client) {
    List<SilentFeed> feeds = new ArrayList<>();
    for (ObjectNode row : client.rows(QUERY)) {
      Set<String> names = new HashSet<>(Set.of(row.get("feed").asText()));
      names.add(row.get("kind").asText());
      row.get("sources").forEach(source -> names.add(source.asText()));
      feeds.add(new SilentFeed(row.get("feed").asText(), names, Moments.of(row.get("heard"))));
    }
    return feeds;
  }

  /** The feed among these that has been silent longest of those that a rule depends on. */
  public static Optional<SilentFeed> pausing(AlertRule rule, List<SilentFeed> feeds) {
    return feeds.stream()
        .filter(feed -> rule.dependsOn().stream().anyMatch(feed.names::contains))
        .findFirst();
  }
}
