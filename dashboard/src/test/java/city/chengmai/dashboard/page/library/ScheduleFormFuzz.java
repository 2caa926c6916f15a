package city.chengmai.dashboard.page.library;

import city.chengmai.testing.fuzz.FuzzTarget;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The form of a schedule, one field a line; what is taken has a next run after now. */
public final class ScheduleFormFuzz implements FuzzTarget {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Override
  public List<String> seeds() {
    return List.of(
        "cadence=minutes\nevery=5\nat=00:00\nweekday=1\ncondition=none\nstreak=1\nseverity=notice",
        "cadence=weekly\nat=23:59\nweekday=7\ncondition=rows_above\nbound=10\nstreak=3\nseverity=alarm",
        "cadence=daily\nat=07:30\nweekday=1\ncondition=value_above\nbound=1e308\nstreak=2\nseverity=warning",
        "bound=0x1p-1074\nbound=NaN\nevery=٣");
  }

  @Override
  public List<String> words() {
    return List.of(
        "cadence=", "every=", "weekday=", "condition=", "bound=", "streak=", "hours", "720");
  }

  @Override
  public void take(byte[] input) {
    MultiMap fields = MultiMap.caseInsensitiveMultiMap();
    for (String line : FuzzTarget.text(input).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        fields.add(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    ScheduleForm form = ScheduleForm.of(fields, "query", 1);
    if (form.schedule().isPresent() != form.problem().isEmpty()) {
      throw new IllegalStateException("neither taken nor refused, or both: " + form);
    }
    form.schedule()
        .map(schedule -> schedule.cadence().next(NOW.minusSeconds(86_400), NOW, ZONE))
        .filter(next -> !next.isAfter(NOW))
        .ifPresent(
            next -> {
              throw new IllegalStateException(form + " runs at " + next);
            });
  }
}
