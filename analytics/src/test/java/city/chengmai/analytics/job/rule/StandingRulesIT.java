package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules A05, A09, A10, A13 and A14, which stand until their cause is gone, against plain Java. */
class StandingRulesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant START = RuleFixture.FIRST.atStartOfDay(ZONE).toInstant();
  private static final Instant UNTIL = START.plus(60, ChronoUnit.DAYS);
  private static final List<String> UNITS = List.of("u'1", "u\\2", "u3");

  private static RuleFixture fixture;

  private final Random random = new Random(17);

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private record Step(String type, String unit, Instant at) {}

  @Test
  void casesThatNoUnitFeelsResponsibleFor() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String id = "case-" + i;
      Instant reported = within(40);
      Instant closed = random.nextInt(3) == 0 ? reported.plus(12, ChronoUnit.DAYS) : null;
      List<Step> steps = steps(reported);
      for (int s = 0; s < steps.size(); s++) {
        Step step = steps.get(s);
        fixture.event(
            id + "-" + s,
            "cn.grid.case." + step.type(),
            id,
            "g1",
            step.at(),
            "{\"unit\":\"" + step.unit().replace("\\", "\\\\") + "\"}");
      }
      fixture.row(
          "cases",
          "case_id",
          id,
          "category",
          "c",
          "grid",
          "g1",
          "reported_at",
          reported,
          "closed_at",
          closed);
      torn(id, reported, closed, steps).ifPresent(expected::add);
    }

    assertThat(lines("A05")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(20);
  }

  private List<Step> steps(Instant reported) {
    List<Step> steps = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String type = random.nextInt(3) == 0 ? "returned" : "dispatched";
      Instant at = reported.plusSeconds(1 + random.nextInt(10 * 86_400));
      steps.add(new Step(type, UNITS.get(random.nextInt(3)), at));
    }
    return steps;
  }

  private static Optional<String> torn(
      String id, Instant reported, Instant closed, List<Step> steps) {
    List<Instant> second = new ArrayList<>();
    Set<String> involved = new TreeSet<>();
    int returners = 0;
    int receivers = 0;
    for (String type : List.of("returned", "dispatched")) {
      Set<String> units = new LinkedHashSet<>();
      for (Step step : steps.stream().sorted(Comparator.comparing(Step::at)).toList()) {
        if (step.type().equals(type) && units.add(step.unit()) && units.size() == 2) {
          second.add(step.at());
        }
      }
      involved.addAll(units);
      returners = type.equals("returned") ? units.size() : returners;
      receivers = type.equals("dispatched") ? units.size() : receivers;
    }
    if (second.isEmpty()) {
      return Optional.empty();
    }
    Instant known = second.stream().min(Instant::compareTo).orElseThrow();
    String severity = returners >= 2 || receivers > 2 ? "warning" : "notice";
    return Optional.of(
        new FindingLine(
                id,
                "",
                severity,
                "g1",
                id,
                reported,
                known,
                known,
                closed,
                involved.size(),
                null,
                2.0,
                List.of(id),
                1)
            .text());
  }

  private record Doubt(
      String id, String record, Instant found, Instant resolved, int before, int after) {}

  @Test
  void disagreementsThatNobodySettled() {
    List<Doubt> doubts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant found = within(60);
      Instant resolved =
          random.nextBoolean() ? found.plusSeconds(random.nextInt(14 * 86_400)) : null;
      doubts.add(
          new Doubt(
              "D'" + i,
              "b\\" + random.nextInt(60),
              found,
              resolved,
              random.nextInt(5) * 100,
              60 + random.nextInt(400)));
    }
    doubts.add(new Doubt("exactly-week", "r1", UNTIL.minus(7, ChronoUnit.DAYS), null, 100, 101));
    doubts.add(
        new Doubt(
            "almost-week", "r2", UNTIL.minus(7, ChronoUnit.DAYS).plusMillis(1), null, 100, 101));
    doubts.add(new Doubt("quarter", "r3", UNTIL.minusSeconds(9), null, 100, 125));
    doubts.add(new Doubt("below-quarter", "r4", UNTIL.minusSeconds(9), null, 100, 124));
    for (Doubt doubt : doubts) {
      fixture.row(
          "discrepancies",
          "discrepancy_id",
          doubt.id(),
          "record_kind",
          "building",
          "record_id",
          doubt.record(),
          "field",
          "letArea",
          "recorded_value",
          "" + doubt.before(),
          "observed_value",
          "" + doubt.after(),
          "grid",
          "g1",
          "found_at",
          doubt.found(),
          "resolved_at",
          doubt.resolved());
    }
    List<String> expected =
        doubts.stream().map(doubt -> doubted(doubt, doubts)).filter(Objects::nonNull).toList();

    assertThat(lines("A09")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected)
        .hasSizeGreaterThan(40)
        .anyMatch(line -> line.startsWith("exactly-week"))
        .anyMatch(line -> line.startsWith("quarter"));
  }

  private static String doubted(Doubt doubt, List<Doubt> all) {
    boolean grave =
        doubt.before() > 0 && Math.abs(doubt.after() - doubt.before()) >= 0.25 * doubt.before();
    Instant known = grave ? doubt.found() : doubt.found().plus(Duration.ofDays(7));
    Instant next =
        all.stream()
            .filter(
                other ->
                    other.record().equals(doubt.record()) && other.found().isAfter(doubt.found()))
            .map(Doubt::found)
            .min(Instant::compareTo)
            .orElse(null);
    Instant over =
        Stream.of(next, doubt.resolved())
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    if (known.isAfter(UNTIL) || (over != null && !over.isAfter(known))) {
      return null;
    }
    return new FindingLine(
            doubt.id(),
            "",
            grave ? "warning" : "notice",
            "g1",
            "building " + doubt.record(),
            doubt.found(),
            known,
            known,
            over,
            doubt.after(),
            (double) doubt.before(),
            null,
            List.of(doubt.id()),
            1)
        .text();
  }

  @Test
  void correctionsBeyondTheirBound() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String id = "K" + i;
      Double bound = List.of(0.1, 0.2, 0.5).get(random.nextInt(3));
      bound = random.nextInt(4) == 0 ? null : bound;
      double change = Math.rint(random.nextDouble() * 120 - 60) / 100;
      Instant proposed = within(50);
      Instant approved =
          random.nextInt(3) == 0 ? proposed.plusSeconds(1 + random.nextInt(200_000)) : null;
      Instant rejected =
          approved == null && random.nextInt(3) == 0 ? proposed.plusSeconds(9) : null;
      Instant applied = random.nextInt(3) == 0 ? proposed.plusSeconds(300_000) : null;
      fixture.row(
          "calibrations",
          "calibration_id",
          id,
          "record_kind",
          "building",
          "record_id",
          "b",
          "field",
          "f",
          "bound",
          bound,
          "change",
          change,
          "grid",
          i % 2 == 0 ? "" : "g2",
          "proposed_at",
          proposed,
          "approved_at",
          approved,
          "rejected_at",
          rejected,
          "applied_at",
          applied);
      double limit = bound == null ? 0.2 : bound;
      if (Math.abs(change) > limit) {
        expected.add(
            new FindingLine(
                    id,
                    "",
                    applied != null && approved == null ? "alarm" : "warning",
                    i % 2 == 0 ? "city" : "g2",
                    "building b",
                    proposed,
                    proposed,
                    proposed,
                    approved == null ? rejected : approved,
                    100 * Math.abs(change),
                    null,
                    100 * limit,
                    List.of(id),
                    1)
                .text());
      }
    }

    assertThat(lines("A10")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(40);
  }

  private record Contact(String id, Instant at) {}

  @Test
  void enterprisesThatAreVisitedTooOften() {
    List<String> expected = new ArrayList<>();
    for (int e = 0; e < 25; e++) {
      String enterprise = "ent '" + e + "\\\"";
      List<Contact> contacts = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Contact contact = new Contact("x-" + e + "-" + i, within(60));
        contacts.add(contact);
        write(enterprise, contact);
      }
      if (e == 0) {
        exactlyThirtyDays(enterprise, contacts);
      }
      contacts.sort(Comparator.comparing(Contact::at).thenComparing(Contact::id));
      expected.addAll(disturbed(enterprise, contacts));
    }

    assertThat(lines("A13")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(30).anyMatch(line -> line.contains("after ent"));
  }

  /** What is exactly the window old no longer counts. */
  private void exactlyThirtyDays(String enterprise, List<Contact> contacts) {
    contacts.clear();
    for (int i = 0; i < 4; i++) {
      Contact contact = new Contact("edge-" + i, START.plus(i == 3 ? 30 : 0, ChronoUnit.DAYS));
      contacts.add(contact);
      write(enterprise + "edge", contact);
    }
    assertThat(disturbed(enterprise, contacts)).isEmpty();
    contacts.clear();
  }

  private void write(String enterprise, Contact contact) {
    if (contact.id().hashCode() % 2 == 0) {
      fixture.row(
          "visits",
          "visit_id",
          contact.id(),
          "target_type",
          "enterprise",
          "target_id",
          enterprise,
          "grid",
          "g1",
          "held_at",
          contact.at());
    } else {
      fixture.row(
          "enforcement_actions",
          "action_id",
          contact.id(),
          "kind",
          "inspection",
          "enterprise_id",
          enterprise,
          "grid",
          "g1",
          "acted_at",
          contact.at());
    }
    fixture.row(
        "enforcement_actions",
        "action_id",
        "n" + contact.id(),
        "kind",
        "notice",
        "enterprise_id",
        enterprise,
        "grid",
        "g1",
        "acted_at",
        contact.at());
  }

  private static List<String> disturbed(String enterprise, List<Contact> contacts) {
    List<String> lines = new ArrayList<>();
    String before = "";
    for (int i = 0; i < contacts.size(); i++) {
      Contact last = contacts.get(i);
      List<Contact> recent =
          contacts.subList(0, i + 1).stream()
              .filter(c -> c.at().isAfter(last.at().minus(30, ChronoUnit.DAYS)))
              .toList();
      String key = enterprise + "|" + last.id();
      if (recent.size() > 3) {
        List<String> ids = recent.stream().map(Contact::id).sorted().toList();
        lines.add(
            new FindingLine(
                    key,
                    before,
                    "notice",
                    "g1",
                    enterprise,
                    recent.get(0).at(),
                    last.at(),
                    last.at(),
                    recent.get(recent.size() - 4).at().plus(30, ChronoUnit.DAYS),
                    recent.size(),
                    null,
                    3.0,
                    ids,
                    ids.size())
                .text());
      }
      before = recent.size() > 3 ? key : "";
    }
    return lines;
  }

  @Test
  void milestonesPastDue() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean lift = i % 2 == 0;
      Instant planned = within(20);
      Instant due =
          i == 3
              ? UNTIL
              : i == 4 ? UNTIL.plusMillis(1) : planned.plusSeconds(random.nextInt(60 * 86_400));
      Instant done =
          i > 4 && random.nextBoolean() ? planned.plusSeconds(random.nextInt(60 * 86_400)) : null;
      String id = "m" + i;
      if (lift) {
        fixture.row(
            "lift_retrofits",
            "staircase_id",
            id,
            "grid",
            "g1",
            "due_at",
            due,
            "consulting_at",
            planned,
            "finished_at",
            done);
      } else {
        fixture.row(
            "project_milestones",
            "milestone_id",
            id,
            "title",
            "t",
            "due_at",
            due,
            "planned_at",
            planned,
            "reached_at",
            done);
      }
      boolean late = !due.isAfter(UNTIL) && (done == null || done.isAfter(due));
      if (late) {
        Instant end = done == null || done.isAfter(UNTIL) ? UNTIL : done;
        boolean open = done == null || done.isAfter(UNTIL);
        double days = (end.getEpochSecond() - due.getEpochSecond()) / 86_400.0;
        boolean overdue = open && !UNTIL.isBefore(due.plus(30, ChronoUnit.DAYS));
        expected.add(
            new FindingLine(
                    id,
                    "",
                    overdue ? "alarm" : "warning",
                    lift ? "g1" : "city",
                    id,
                    planned,
                    due,
                    due,
                    done,
                    days,
                    null,
                    0.0,
                    List.of(id),
                    1)
                .text());
      }
    }

    assertThat(lines("A14")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected)
        .hasSizeGreaterThan(15)
        .anyMatch(line -> line.startsWith("m3 "))
        .noneMatch(line -> line.startsWith("m4 "));
  }

  private Instant within(int days) {
    return START.plusSeconds(random.nextInt(days * 86_400));
  }

  private static List<String> lines(String rule) {
    return fixture.ask(rule, ZONE, Instant.EPOCH, UNTIL).stream().map(RuleFixture::line).toList();
  }
}
