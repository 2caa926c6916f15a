package city.chengmai.analytics.job.rule;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.rule.AlertRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a question is asked about. Everything reaches ClickHouse as a parameter, never as text of
 * the query.
 *
 * @param zone of every day
 * @param root area id of the city
 * @param firstDay first day of the city's period
 * @param since findings whose period begins earlier are not asked for
 * @param until the present of the city
 */
public record RuleQuestion(
    ZoneId zone, String root, LocalDate firstDay, Instant since, Instant until) {

  /**
   * Asks the question of a rule with its numbers.
   *
   * @throws IllegalArgumentException when the rule has no file, or its answer lacks a column
   */
  public List<Finding> ask(ClickHouseClient client, AlertRule rule) {
    return client.rows(query(rule)).stream().map(row -> Finding.of(row, root)).toList();
  }

  private ClickHouseQuery query(AlertRule rule) {
    ClickHouseQuery query =
        ClickHouseQuery.of(text(rule))
            .with("zone", zone.getId())
            .with("root", root)
            .with("first_day", firstDay)
            .with("since", since)
            .with("until", until);
    for (Map.Entry<String, Double> number : rule.parameters().entrySet()) {
      query = query.with(name(number.getKey()), number.getValue());
    }
    for (Map.Entry<String, List<String>> words : rule.words().entrySet()) {
      query = query.with(name(words.getKey()), words.getValue());
    }
    return query;
  }

  private static String name(String key) {
    return key.replace('-', '_');
  }

  private static String text(AlertRule rule) {
    String file = rule.id().toLowerCase(Locale.ROOT) + ".sql";
    try (InputStream in =
        RuleQuestion.class.getResourceAsStream("/city/chengmai/analytics/job/alert/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("its file " + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
