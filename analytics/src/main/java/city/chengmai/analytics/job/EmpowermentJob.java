package city.chengmai.analytics.job;

import city.chengmai.analytics.job.empowerment.Hit;
import city.chengmai.analytics.job.empowerment.HitBook;
import city.chengmai.analytics.job.empowerment.ModelQuestion;
import city.chengmai.analytics.job.empowerment.Question;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.empowerment.ModelFault;
import city.chengmai.datasets.empowerment.ModelFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One computing model (赋能模型): asked about each day of its schedule within the run, of a long run
 * about the latest days only, and of a run that follows another about the last week and what was
 * not asked about yet. Each day leaves a run row, and what was found leaves hits; asking again
 * changes nothing.
 */
final class EmpowermentJob implements Job {

  /** Nobody goes to see today what was so two months ago. */
  static final int LATEST_DAYS = 60;

  /** Today and the finished days before it that hold one of each weekday, also a weekly one. */
  private static final int FOLLOWED_DAYS = 8;

  private static final String RUNS = "empowerment_runs";

  private final EmpowermentModel model;
  private final int latestDays;
  private final BiFunction<ClickHouseClient, CityFrame, Question> asking;

  /**
   * A job for one model that is shipped.
   *
   * @param latestDays of a run that are asked about; 0: only what stands is brought up to date
   */
  EmpowermentJob(EmpowermentModel model, int latestDays) {
    this(
        model,
        latestDays,
        (client, city) ->
            ModelQuestion.of(model).of(client, city.zone(), city.areas().root().id()));
  }

  /** A job for one model that is asked in its own way. */
  EmpowermentJob(
      EmpowermentModel model,
      int latestDays,
      BiFunction<ClickHouseClient, CityFrame, Question> asking) {
    this.model = model;
    this.latestDays = latestDays;
    this.asking = asking;
  }

  /** A job for each model. */
  static List<EmpowermentJob> of(EmpowermentModels models) {
    return models.models().stream().map(model -> new EmpowermentJob(model, LATEST_DAYS)).toList();
  }

  @Override
  public String name() {
    return "model-" + model.id();
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    try (ClickHouseClient client = run.store().client()) {
      Question question = asking.apply(client, run.city());
      HitBook book = new HitBook(model.id(), model.quietDays(), standing(client));
      List<StoredRow> runs = new ArrayList<>();
      for (LocalDate day : days(run, asked(client))) {
        runs.add(ask(run, question, day, book));
      }
      List<HitRow> hits = new ArrayList<>();
      for (Hit hit : book.changed(today(run.city()))) {
        hits.add(HitRow.of(model, hit, asOf(run.city(), hit.first()), run.stamp()));
      }
      return TableWriter.write(run.store(), RUNS, runs.iterator())
          + TableWriter.write(run.store(), HitRow.TABLE, hits.iterator());
    } catch (StoreException fault) {
      throw new StoreException(
          fault.category(), "model " + model.id() + ": " + fault.getMessage(), fault);
    } catch (IllegalArgumentException fault) {
      throw new IllegalStateException("model " + model.id() + ": " + fault.getMessage(), fault);
    }
  }

  private List<Hit> standing(ClickHouseClient client) {
    return client
        .rows(
            ClickHouseQuery.of(
                    "SELECT * FROM empowerment_hits FINAL WHERE model_id = {model:String}"
                        + " ORDER BY first_day, hit_id")
                .with("model", model.id()))
        .stream()
        .map(HitRow::read)
        .toList();
  }

  /** The last day that was asked about. */
  private Optional<LocalDate> asked(ClickHouseClient client) {
    return client
        .rows(
            ClickHouseQuery.of(
                    "SELECT max(day) AS day FROM empowerment_runs FINAL"
                        + " WHERE model_id = {model:String} AND state = 'done' HAVING count() > 0")
                .with("model", model.id()))
        .stream()
        .map(row -> LocalDate.parse(row.get("day").asText()))
        .findFirst();
  }

  private List<LocalDate> days(RunContext run, Optional<LocalDate> asked) {
    if (latestDays == 0) {
      return List.of();
    }
    LocalDate end = today(run.city()).plusDays(1);
    LocalDate latest = end.minusDays(latestDays);
    LocalDate from = run.days().from();
    if (from.isAfter(run.city().firstDay())) {
      LocalDate week = end.minusDays(FOLLOWED_DAYS);
      if (asked.isPresent()) {
        // An old case that was told of again is no reason to ask about every day since; days that
        // nobody asked about yet are.
        LocalDate followed = earlier(week, asked.get());
        latest = followed.isBefore(latest) ? latest : followed;
      } else {
        // A weekly model that is new has its day of the week among these.
        from = earlier(from, week);
      }
    }
    from = from.isBefore(latest) ? latest : from;
    LocalDate begin = from.isBefore(run.city().firstDay()) ? run.city().firstDay() : from;
    return begin.isBefore(end)
        ? begin.datesUntil(end).filter(model.schedule()::isDue).toList()
        : List.of();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** The last day of which something can be known. */
  private static LocalDate today(CityFrame city) {
    return city.knownUntil().minusMillis(1).atZone(city.zone()).toLocalDate();
  }

  private static Instant asOf(CityFrame city, LocalDate day) {
    Instant end = city.startOf(day.plusDays(1));
    return end.isBefore(city.knownUntil()) ? end : city.knownUntil();
  }

  private StoredRow ask(RunContext run, Question question, LocalDate day, HitBook book) {
    long begun = System.nanoTime();
    try {
      List<ModelFinding> findings = question.ask(asOf(run.city(), day));
      book.found(day, findings);
      return row(run, question, day, begun, "", findings.size());
    } catch (StoreException | ModelFault fault) {
      StoredRow failed = row(run, question, day, begun, fault.getMessage(), 0);
      TableWriter.write(run.store(), RUNS, List.of(failed).iterator());
      throw fault;
    }
  }

  private StoredRow row(
      RunContext run, Question question, LocalDate day, long begun, String fault, int findings) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("run_id", model.id() + "|" + day);
    columns.put("model_id", model.id());
    columns.put("model_version", model.version());
    columns.put("department", model.department());
    columns.put("day", day.toString());
    columns.put("state", fault.isEmpty() ? "done" : "failed");
    columns.put("message", fault);
    columns.put("findings", findings);
    columns.put("numbers", model.numbers());
    columns.put("question", question.text());
    columns.put("started_at", Stamp.text(run.stamp().computedAt()));
    columns.put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
    columns.put("data_as_of", Stamp.text(run.stamp().dataAsOf()));
    columns.put("version", run.stamp().version());
    return () -> columns;
  }
}
