package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.dashboard.query.SelfQueries.StandingRow;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Raises and clears the alerts of this installation about itself: a part that is disturbed for long
 * (X01), a disk that is short (X02), analytics that is late (X03). One part of one place has one
 * finding that stands at most, also over restarts: what stands is read before anything is written.
 * Of several dashboards one tells it, the first that saw it; another, which may see the part
 * otherwise, leaves it alone while that one goes on telling. A disturbance that nobody could write
 * down, as of the store itself, is written when it is over. What people do about these, and who is
 * told, is the same as with every alert. Used by one thread.
 */
public final class OwnAlerts {

  /** A part is disturbed for long. */
  public static final String DISTURBED = "X01";

  /** A disk is short. */
  public static final String DISK = "X02";

  /** Analytics is late. */
  public static final String LATE = "X03";

  private static final Set<String> OF_DISKS = Set.of("disk-short", "disk-nearly-full");
  private static final Set<String> OF_LATENESS = Set.of("analytics-late", "analytics-lost");

  /** What somebody should look at now, where everything else is a warning. */
  private static final Set<String> ALARMS =
      Set.of("disk-nearly-full", "analytics-lost", "service-silent", "service-part-down");

  /** Who never heard of a part, or cannot ask, cannot say that what stands is over. */
  private static final Set<String> OF_IGNORANCE = Set.of("not-following", "unasked");

  private static final String MINUTES = "minutes";
  private static final String PLACE = "place";
  private static final String PART = "part";
  private static final String TELLER = "told-by";
  private static final String SINCE = "disturbed-since";
  private static final double PER_CENT = 100;
  private static final double SECONDS_A_MINUTE = 60;

  /** A finding that stands is told again so often, so that it is known to have an owner. */
  private static final Duration RENEWED = Duration.ofHours(1);

  /** No dashboard sees a part disturbed any more whose finding was not told again for so long. */
  private static final Duration UNTOLD = RENEWED.multipliedBy(2);

  /** Nobody looks after a finding that was not told again for so long: its dashboard is gone. */
  private static final Duration ORPHANED = Duration.ofDays(1);

  /** Who follows, and where. */
  public record Moment(String area, Instant cityNow) {}

  /**
   * A part that is disturbed.
   *
   * @param due by the city's clock, when it had been for long enough; null before
   */
  private record Found(AlertRule rule, PartState part, Instant due) {}

  private final SelfQueries queries;
  private final TableWriter writer;
  private final AlertRules rules;
  private final UnaryOperator<String> places;
  private final String self;
  private final InstantSource real;
  private final Map<String, Found> disturbed = new TreeMap<>();
  private final Map<String, Found> missed = new TreeMap<>();
  private final Set<String> written = new TreeSet<>();

  /**
   * Alerts over these queries and this writer.
   *
   * @param rules with the numbers of the city
   * @param places where a part is, the same after a restart: of two dashboards that look at one
   *     service each raises the same
   * @param self where this dashboard is, the same after a restart and another for each
   * @param real real time, in which parts are disturbed; of two rows of one finding the later holds
   */
  public OwnAlerts(
      SelfQueries queries,
      TableWriter writer,
      AlertRules rules,
      UnaryOperator<String> places,
      String self,
      InstantSource real) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.rules = requireNonNull(rules, "rules");
    this.places = requireNonNull(places, "places");
    this.self = requireNonNull(self, "self");
    this.real = requireNonNull(real, "real");
  }

  /**
   * Takes in a look, and writes what follows from it while the store takes it.
   *
   * @param at the city's root, empty while it is not known, and its time
   */
  public void follow(List<PartState> parts, Moment at) {
    note(parts, at.cityNow());
    if (PartBoard.storeAnswers(parts) && !at.area().isEmpty()) {
      write(parts, at);
    }
  }

  private void note(List<PartState> parts, Instant cityNow) {
    Map<String, Found> now = new TreeMap<>();
    for (PartState part : parts) {
      if (part.health().disturbed()) {
        AlertRule rule = rules.rule(ruleOf(part));
        String group = group(rule, part);
        Found before = disturbed.get(group);
        Instant known = before == null ? null : before.due();
        Instant due = known == null && isLongEnough(rule, part) ? cityNow : known;
        now.put(group, new Found(rule, part, due));
      }
    }
    disturbed.forEach(
        (group, ended) -> {
          if (!now.containsKey(group) && ended.due() != null && !written.contains(group)) {
            missed.put(group, ended);
          }
        });
    disturbed.clear();
    disturbed.putAll(now);
  }

  private static String ruleOf(PartState part) {
    String code = part.health().code();
    if (OF_DISKS.contains(code)) {
      return DISK;
    }
    return OF_LATENESS.contains(code) ? LATE : DISTURBED;
  }

  private boolean isLongEnough(AlertRule rule, PartState part) {
    long seconds = Math.round(rule.parameter(MINUTES) * SECONDS_A_MINUTE);
    Duration disturbed = Duration.between(part.since(), real.instant());
    return disturbed.compareTo(Duration.ofSeconds(seconds)) >= 0;
  }

  private String group(AlertRule rule, PartState part) {
    return rule.id() + "|" + part.part() + "@" + places.apply(part.part());
  }

  private void write(List<PartState> parts, Moment at) {
    Map<String, PartState> known =
        parts.stream().collect(Collectors.toMap(PartState::part, part -> part));
    Map<String, StandingRow> stands = new TreeMap<>();
    for (StandingRow row : queries.standing()) {
      if (isOver(row, known)) {
        write(row, at.cityNow(), at.cityNow());
      } else {
        stands.put(row.groupId(), row);
      }
    }
    disturbed.forEach((group, found) -> raise(group, found, stands, at));
    written.clear();
    written.addAll(stands.keySet());
    for (Map.Entry<String, Found> over : new TreeMap<>(missed).entrySet()) {
      write(row(over.getKey(), over.getValue(), at.area(), null), at.cityNow(), at.cityNow());
      missed.remove(over.getKey());
    }
  }

  /** Of a part that is known and is here: as its teller sees it, or when nobody tells it more. */
  private boolean isOver(StandingRow row, Map<String, PartState> known) {
    PartState part = known.get(row.details().getOrDefault(PART, ""));
    boolean here = part != null && places.apply(part.part()).equals(row.details().get(PLACE));
    if (!here) {
      return age(row).compareTo(ORPHANED) > 0;
    }
    if (disturbed.containsKey(row.groupId())) {
      return false;
    }
    boolean mayTell = isOwn(row) && !OF_IGNORANCE.contains(part.health().code());
    return mayTell || age(row).compareTo(UNTOLD) > 0;
  }

  /** Whether it is for this dashboard to change it; one without a teller is anybody's. */
  private boolean isOwn(StandingRow row) {
    return row.details().getOrDefault(TELLER, self).equals(self);
  }

  private void raise(String group, Found found, Map<String, StandingRow> stands, Moment at) {
    StandingRow before = stands.get(group);
    if (before == null && found.due() == null) {
      return;
    }
    StandingRow row = row(group, found, at.area(), before);
    if (before == null || isDue(before) || (isOwn(before) && !isSame(before, row))) {
      write(row, at.cityNow(), null);
      stands.put(group, row);
    }
  }

  private boolean isDue(StandingRow before) {
    return age(before).compareTo(RENEWED) > 0;
  }

  private static boolean isSame(StandingRow before, StandingRow row) {
    return before.severity().equals(row.severity()) && before.details().equals(row.details());
  }

  private Duration age(StandingRow row) {
    return Duration.between(Instant.ofEpochMilli(row.version()), real.instant());
  }

  private StandingRow row(String group, Found found, String area, StandingRow before) {
    PartState part = found.part();
    return new StandingRow(
        before == null ? group + "|" + part.since().toEpochMilli() : before.alertId(),
        group,
        found.rule().id(),
        severity(part),
        area,
        part.part(),
        before == null ? found.due() : before.periodStart(),
        observed(found, since(part, before)),
        lower(found),
        upper(found),
        details(part, since(part, before)),
        before == null ? found.due() : before.raisedAt(),
        real.millis());
  }

  /**
   * Since when as far as anybody knows: what stands outlives a restart, which remembers nothing.
   */
  private static Instant since(PartState part, StandingRow before) {
    String told = before == null ? null : before.details().get(SINCE);
    Instant earlier = told == null ? part.since() : Instant.parse(told);
    return earlier.isBefore(part.since()) ? earlier : part.since();
  }

  private static String severity(PartState part) {
    boolean alarm = part.health().state() == State.DOWN || ALARMS.contains(part.health().code());
    return alarm ? "alarm" : "warning";
  }

  /** Minutes, of a disk the free share in per cent. */
  private double observed(Found found, Instant since) {
    Map<String, Long> figures = found.part().figures();
    return switch (found.rule().id()) {
      case DISK -> PER_CENT * figures.get("free") / figures.get("total");
      case LATE -> figures.get("age-seconds") / SECONDS_A_MINUTE;
      default -> Duration.between(since, real.instant()).toMinutes();
    };
  }

  private static Double lower(Found found) {
    return found.rule().id().equals(DISK)
        ? (Double) (PER_CENT * found.rule().parameter("free-share"))
        : null;
  }

  private static Double upper(Found found) {
    return switch (found.rule().id()) {
      case DISK -> null;
      case LATE -> found.part().figures().get("allowed-seconds") / SECONDS_A_MINUTE;
      default -> (Double) found.rule().parameter(MINUTES);
    };
  }

  private Map<String, String> details(PartState part, Instant since) {
    Map<String, String> details = new TreeMap<>();
    details.put(PART, part.part());
    details.put(PLACE, places.apply(part.part()));
    details.put(TELLER, self);
    details.put("because", part.health().code());
    details.put(SINCE, since.toString());
    return details;
  }

  private void write(StandingRow finding, Instant now, Instant clearedAt) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("alert_id", finding.alertId());
    row.put("group_id", finding.groupId());
    row.put("rule", finding.rule());
    row.put("severity", finding.severity());
    row.put("area_id", finding.areaId());
    row.put("category", "");
    row.put("subject", finding.subject());
    row.put("period_start", finding.periodStart());
    row.put("period_end", now.isBefore(finding.periodStart()) ? finding.periodStart() : now);
    row.put("observed", finding.observed());
    row.put("lower", finding.lower());
    row.put("upper", finding.upper());
    row.put("method", rules.rule(finding.rule()).method());
    row.put("method_version", rules.rule(finding.rule()).version());
    row.put("evidence_total", 0);
    row.put("details", finding.details());
    row.put("state", clearedAt == null ? "open" : "cleared");
    row.put("raised_at", finding.raisedAt());
    row.put("cleared_at", clearedAt);
    row.put("data_as_of", now);
    row.put("version", real.millis());
    writer.insert("alerts", List.of(row));
  }
}
