package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lives one case through, from the report to its end or to where it is left lying. */
final class CaseLife {

  /** Steps later than this after the report never happen; bounds what a day has to look back. */
  static final int LONGEST_DAYS = 60;

  private static final String DESK = "demo/case-desk";
  private static final double LIMIT_SPREAD = 0.5;

  /** Share of the reports that say since when. */
  private static final double TELLS_BEGINNING = 0.7;

  private static final long LONGEST_UNSEEN_MINUTES = 40L * 24 * 60;

  private final CaseDraft draft;
  private final Handling handling;
  private final DutyHours dutyHours;
  private final LocalDate beginningsFrom;
  private final Dice dice;
  private final List<PlannedEvent> steps = new ArrayList<>();
  private LocalDateTime now;
  private LocalDateTime due;

  private CaseLife(CaseDraft draft, Handling handling, Xingqiao xingqiao, Dice dice) {
    this.draft = draft;
    this.handling = handling;
    this.dutyHours = xingqiao.dutyHours();
    this.beginningsFrom = xingqiao.options().firstDay().plusDays(RegisterStream.QUIET_DAYS);
    this.dice = dice;
    this.now = draft.toldAt();
  }

  static CaseStory of(CaseDraft draft, Handling handling, Xingqiao xingqiao, Dice dice) {
    CaseLife life = new CaseLife(draft, handling, xingqiao, dice);
    life.report();
    life.live();
    LocalDateTime end = draft.toldAt().plusDays(LONGEST_DAYS);
    return new CaseStory(
        draft, life.steps.stream().takeWhile(step -> step.at().isBefore(end)).toList());
  }

  private void live() {
    if (draft.channel().needsVerification() && !verify()) {
      return;
    }
    deskStep(5, 40, EventType.CASE_ACCEPTED, () -> Payload.of("level", level()));
    file();
    if (isSelfHandled()) {
      now = now.plusMinutes(dice.between(6, 50));
      close("self-handled");
      return;
    }
    deskStep(5, 60, EventType.CASE_DISPATCHED, this::unit);
    detours();
    if (dice.chance(handling.stuck())) {
      lieAbout();
    } else {
      finish();
    }
  }

  private void report() {
    if (draft.channel() == Channel.HOTLINE) {
      now = now.plusMinutes(dice.between(2, 9));
    }
    step(draft.channel().source(), EventType.CASE_REPORTED, this::told);
  }

  private ObjectNode told() {
    ObjectNode report = CaseText.report(draft);
    began().ifPresent(at -> report.put("beganAt", Payload.moment(at)));
    return report;
  }

  /** When the matter began, if the report says so: what is looked after well is found sooner. */
  private Optional<LocalDateTime> began() {
    Dice unseen = Dice.of(draft.textSeed(), "began");
    if (draft.toldAt().toLocalDate().isBefore(beginningsFrom) || !unseen.chance(TELLS_BEGINNING)) {
      return Optional.empty();
    }
    double minutes = 60 * unseen.logNormal(hoursUnseen(), 0.9);
    return Optional.of(
        draft.toldAt().minusMinutes(Math.min(LONGEST_UNSEEN_MINUTES, 1 + Math.round(minutes))));
  }

  private double hoursUnseen() {
    return switch (draft.channel()) {
      case SENSOR -> 0.2;
      case PATROL -> 9 - 6 * handling.quality();
      case APP -> 14;
      case HOTLINE -> 30 - 12 * handling.quality();
      default -> 70;
    };
  }

  /** False when nobody finds it on site, which ends it. */
  private boolean verify() {
    boolean found = !dice.chance(0.06);
    deskStep(12, 150, EventType.CASE_VERIFIED, () -> Payload.empty().put("result", found));
    if (!found) {
      deskStep(5, 30, EventType.CASE_CANCELLED, () -> Payload.of("reason", "现场核实未发现"));
    }
    return found;
  }

  private void file() {
    now = DutyHours.deskAfter(now, dice.between(2, 20));
    due = dutyHours.after(now, draft.level().limitMinutes());
    String dueAt = Payload.moment(due);
    step(
        DESK,
        EventType.CASE_FILED,
        () ->
            Payload.of("dueAt", dueAt)
                .put("level", level())
                .put("limitHours", draft.level().limitHours()));
  }

  private boolean isSelfHandled() {
    boolean byPatrol = draft.channel() == Channel.PATROL && draft.level() != Level.DIFFICULT;
    return byPatrol && dice.chance(0.12 + 0.2 * handling.quality());
  }

  private void detours() {
    if (dice.chance(handling.returned())) {
      giveBack();
      if (dice.chance(0.2)) {
        giveBack();
      }
    }
    if (dice.chance(handling.suspended())) {
      officeStep(60, 300, EventType.CASE_SUSPENDED, () -> Payload.of("reason", "需协调产权单位"));
      now = now.plusDays(dice.between(3, 15));
      officeStep(0, 60, EventType.CASE_RESUMED, () -> Payload.of("reason", "条件具备，恢复办理"));
    }
    if (dice.chance(handling.extended())) {
      extend();
    }
  }

  private void giveBack() {
    officeStep(30, 240, EventType.CASE_RETURNED, () -> unit().put("reason", "不属于本单位职责范围"));
    deskStep(10, 90, EventType.CASE_DISPATCHED, () -> Payload.of("unit", "街道城运中心联勤组"));
  }

  private void extend() {
    LocalDateTime later = dutyHours.after(due, draft.level().limitMinutes() / 2);
    due = later;
    officeStep(
        30,
        180,
        EventType.CASE_EXTENDED,
        () -> Payload.of("dueAt", Payload.moment(later)).put("reason", "处置需要更多时间"));
  }

  /** Never finished by the unit; some are closed by force after weeks. */
  private void lieAbout() {
    if (dice.chance(0.5)) {
      now = DutyHours.deskAfter(now.plusDays(dice.between(20, 50)), 0);
      close("forced");
    }
  }

  private void finish() {
    dispose(1);
    for (int tries = 0; tries < 2 && dice.chance(handling.failedCheck()); tries++) {
      check("fail");
      deskStep(5, 60, EventType.CASE_DISPATCHED, this::unit);
      dispose(0.4);
    }
    check("pass");
    now = DutyHours.deskAfter(now, dice.between(5, 45));
    close("normal");
    if (draft.caller().isPresent() && dice.chance(0.035 - 0.025 * handling.quality())) {
      reopen();
    }
  }

  private void reopen() {
    now = now.plusDays(dice.between(1, 6));
    deskStep(5, 60, EventType.CASE_REOPENED, () -> Payload.of("reason", "市民反映问题再次出现"));
    deskStep(5, 60, EventType.CASE_DISPATCHED, this::unit);
    dispose(0.6);
    check("pass");
    now = DutyHours.deskAfter(now, dice.between(5, 45));
    close("normal");
  }

  private void dispose(double part) {
    double share = dice.logNormal(handling.medianShare(), LIMIT_SPREAD) * part;
    now = dutyHours.after(now, Math.round(share * draft.level().limitMinutes()));
    step(DESK, EventType.CASE_DISPOSED, () -> unit().put("note", "已处置完毕"));
  }

  private void check(String result) {
    int slowest = 45 + (int) (150 * (1 - handling.quality()));
    deskStep(15, slowest, EventType.CASE_CHECKED, () -> Payload.of("result", result));
  }

  private void close(String manner) {
    step(DESK, EventType.CASE_CLOSED, () -> Payload.of("manner", manner));
  }

  private void deskStep(int least, int most, EventType type, Supplier<ObjectNode> data) {
    now = DutyHours.deskAfter(now, dice.between(least, most));
    step(DESK, type, data);
  }

  private void officeStep(int least, int most, EventType type, Supplier<ObjectNode> data) {
    now = dutyHours.after(now, dice.between(least, most));
    step(DESK, type, data);
  }

  /** Takes the step now, but always later than the step before. */
  private void step(String source, EventType type, Supplier<ObjectNode> data) {
    LocalDateTime earliest =
        steps.isEmpty() ? now : steps.get(steps.size() - 1).at().plusSeconds(1);
    LocalDateTime moment = now.withSecond(dice.below(60));
    now = moment.isBefore(earliest) ? earliest : moment;
    String id = draft.id() + "-" + (steps.size() + 1);
    steps.add(new PlannedEvent(now, type, source, id, draft.id(), data));
  }

  private ObjectNode unit() {
    return Payload.of("unit", draft.category().unit());
  }

  private String level() {
    return draft.level().wireName();
  }
}
