package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.MeasureQueries.FollowRow;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Milestones that wait for others (后续工程), with what lies between the day of the last one that they
 * wait for and their own.
 */
final class Waiting {

  /**
   * A milestone that follows on others.
   *
   * @param others what it waits for, each with its state
   * @param left days between; a dash when a day is not told
   */
  public record Line(
      String id, String name, String due, Level level, String state, String others, String left) {}

  private final Map<String, MilestoneRow> milestones;
  private final Map<String, List<String>> before = new HashMap<>();
  private final Instant now;
  private final Figures figures;
  private final Messages messages;

  private Waiting(List<MilestoneRow> rows, Instant now, Figures figures) {
    this.milestones =
        rows.stream().collect(Collectors.toMap(MilestoneRow::milestoneId, Function.identity()));
    this.now = now;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** Those that wait for something, in the order of the milestones. */
  static List<Line> of(
      List<MilestoneRow> rows, List<FollowRow> follows, Instant now, Figures figures) {
    Waiting waiting = new Waiting(rows, now, figures);
    follows.forEach(row -> waiting.before.put(row.milestoneId(), row.follows()));
    return rows.stream()
        .filter(row -> !waiting.others(row.milestoneId()).isEmpty())
        .map(waiting::line)
        .toList();
  }

  private List<String> others(String id) {
    return before.getOrDefault(id, List.of());
  }

  private Line line(MilestoneRow row) {
    String state = state(row);
    return new Line(
        row.milestoneId(),
        name(row),
        figures.fullMoment(row.dueAt()),
        level(state),
        messages.text("waiting." + state),
        others(row.milestoneId()).stream()
            .map(this::told)
            .collect(Collectors.joining(messages.text("file.list-between"))),
        left(row)
            .map(days -> messages.text("duration.days", figures.signed(days, 0)))
            .orElse(Figures.NONE));
  }

  private static String name(MilestoneRow row) {
    return row.name().isEmpty() ? row.milestoneId() : row.name();
  }

  private String told(String id) {
    MilestoneRow other = milestones.get(id);
    return other == null
        ? messages.text("waiting.other", id, messages.text("waiting.unknown"))
        : messages.text("waiting.other", name(other), messages.text("milestone." + stage(other)));
  }

  private String stage(MilestoneRow row) {
    boolean late = row.dueAt() != null && row.dueAt().isBefore(now) && open(row);
    return late ? "overdue" : row.stage();
  }

  private static boolean open(MilestoneRow row) {
    return row.doneAt() == null && !row.stage().equals("dropped");
  }

  private String state(MilestoneRow row) {
    if (inRing(row.milestoneId())) {
      return "ring";
    }
    if (!open(row)) {
      return "over";
    }
    List<String> others = others(row.milestoneId());
    if (others.stream().anyMatch(id -> !milestones.containsKey(id))) {
      return "lost";
    }
    if (others.stream().map(milestones::get).noneMatch(Waiting::open)) {
      return "free";
    }
    return left(row).filter(days -> days < 0).isPresent() ? "too-late" : "waits";
  }

  /** Days from the latest day of what is still open before it, at least today, to its own. */
  private Optional<Double> left(MilestoneRow row) {
    List<MilestoneRow> open =
        others(row.milestoneId()).stream()
            .map(milestones::get)
            .filter(Objects::nonNull)
            .filter(Waiting::open)
            .toList();
    if (row.dueAt() == null
        || !open(row)
        || open.isEmpty()
        || open.stream().anyMatch(one -> one.dueAt() == null)) {
      return Optional.empty();
    }
    Instant last = open.stream().map(MilestoneRow::dueAt).max(Instant::compareTo).orElseThrow();
    Instant from = last.isBefore(now) ? now : last;
    return Optional.of((double) Duration.between(from, row.dueAt()).toDays());
  }

  private boolean inRing(String id) {
    Set<String> seen = new HashSet<>();
    List<String> ahead = others(id);
    while (!ahead.isEmpty()) {
      if (ahead.contains(id)) {
        return true;
      }
      ahead = ahead.stream().filter(seen::add).flatMap(one -> others(one).stream()).toList();
    }
    return false;
  }

  private static Level level(String state) {
    return switch (state) {
      case "ring", "too-late" -> Level.ALARM;
      case "lost" -> Level.WARNING;
      case "over" -> Level.NONE;
      default -> Level.NORMAL;
    };
  }
}
