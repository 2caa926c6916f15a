package city.chengmai.analytics.job.empowerment;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.ModelFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The SQL of a model. Everything reaches ClickHouse as a parameter, never as text of the query.
 *
 * @param model with its numbers
 * @param text its SQL
 */
public record ModelQuestion(EmpowermentModel model, String text) {

  /** A longer question is refused by the store, which is then not taken for being away. */
  private static final int MOST_SECONDS = 60;

  /**
   * The question of a model.
   *
   * @throws IllegalArgumentException when the model has no file
   */
  public static ModelQuestion of(EmpowermentModel model) {
    String file = model.id() + ".sql";
    try (InputStream in =
        ModelQuestion.class.getResourceAsStream("/city/chengmai/analytics/job/model/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "model " + model.id() + ": its file " + file + " is not on the class path");
      }
      return new ModelQuestion(model, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /**
   * What stands at a moment.
   *
   * @param zone of every day
   * @param root area of what has none
   * @throws IllegalArgumentException when its answer lacks a column
   */
  public List<ModelFinding> ask(ClickHouseClient client, ZoneId zone, String root, Instant until) {
    ClickHouseQuery query =
        ClickHouseQuery.of(text)
            .with("zone", zone.getId())
            .with("until", until)
            .setting("max_execution_time", MOST_SECONDS);
    for (Map.Entry<String, Double> number : model.numbers().entrySet()) {
      query = query.with(name(number.getKey()), number.getValue());
    }
    for (Map.Entry<String, List<String>> words : model.words().entrySet()) {
      query = query.with(name(words.getKey()), words.getValue());
    }
    return client.rows(query).stream().map(row -> ModelFinding.of(row, root)).toList();
  }

  /** The question to a store about a city. */
  public Question of(ClickHouseClient client, ZoneId zone, String root) {
    return new Question() {
      @Override
      public String text() {
        return text;
      }

      @Override
      public List<ModelFinding> ask(Instant until) {
        return ModelQuestion.this.ask(client, zone, root, until);
      }
    };
  }

  private static String name(String key) {
    return key.replace('-', '_');
  }
}
