package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.analytics.model.series.DailySeries;
import city.chengmai.datasets.campaign.Intervention;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.classfix.ClassMethod;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What fixes of classes changed: matters of the class before and after, as interventions are
 * judged.
 */
final class ClassFixRows {

  private final RunContext run;
  private final InterventionRows interventions;
  private final ClassMethod method;
  private final List<ClassCase> cases;

  ClassFixRows(RunContext run, ClickHouseClient client, ClassMethod method, List<ClassCase> cases) {
    this.run = run;
    this.interventions = new InterventionRows(run, client);
    this.method = method;
    this.cases = cases;
  }

  List<PlannedRow> of(List<ObjectNode> fixes) {
    return fixes.stream().map(this::row).toList();
  }

  private PlannedRow row(ObjectNode fix) {
    String measure = fix.get("measure").asText();
    Intervention plan =
        new Intervention(
            fix.get("fix_id").asText(),
            new LocalName(measure, measure),
            "cases",
            List.of(fix.get("category").asText()),
            List.of(),
            LocalDate.parse(fix.get("started_on").asText()),
            method.effect().baselineDays(),
            method.effect().settleDays(),
            method.effect().afterDays());
    List<ClassCase> own = own(fix);
    return interventions.row(plan, (from, until) -> series(own, from, until));
  }

  private List<ClassCase> own(ObjectNode fix) {
    String category = fix.get("category").asText();
    Predicate<ClassCase> holds =
        fix.get("kind").asText().equals("place") ? near(fix) : holding(fix.get("word").asText());
    return cases.stream()
        .filter(one -> one.place().category().equals(category))
        .filter(holds)
        .toList();
  }

  private Predicate<ClassCase> near(ObjectNode fix) {
    Told centre =
        new Told(
            "",
            Told.Kind.CASE,
            "",
            fix.get("category").asText(),
            run.city().now(),
            Optional.empty(),
            fix.get("longitude").asDouble(),
            fix.get("latitude").asDouble(),
            "");
    return one -> one.hasPoint() && one.place().metresTo(centre) <= method.metres();
  }

  private static Predicate<ClassCase> holding(String word) {
    return one -> one.text().words().contains(word);
  }

  private DailySeries series(List<ClassCase> own, LocalDate from, LocalDate until) {
    double[] counts = new double[(int) ChronoUnit.DAYS.between(from, until)];
    for (ClassCase one : own) {
      LocalDate day = one.at().atZone(run.city().zone()).toLocalDate();
      if (!day.isBefore(from) && day.isBefore(until)) {
        counts[(int) ChronoUnit.DAYS.between(from, day)]++;
      }
    }
    return new DailySeries(from, counts);
  }
}
