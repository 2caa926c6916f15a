package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.GridType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lives one hotline order through: received, first contacted, replied, called back. */
final class OrderLife {

  private final CaseStory story;
  private final CaseDraft draft;
  private final DutyHours dutyHours;
  private final Dice dice;
  private final double quality;
  private final List<PlannedEvent> steps = new ArrayList<>();

  private OrderLife(CaseStory story, DutyHours dutyHours) {
    this.story = story;
    this.draft = story.draft();
    this.dutyHours = dutyHours;
    this.dice = Dice.of(draft.textSeed(), "order");
    this.quality = draft.grid().traits().quality();
  }

  static List<PlannedEvent> of(CaseStory story, DutyHours dutyHours) {
    OrderLife life = new OrderLife(story, dutyHours);
    life.live();
    LocalDateTime end = story.draft().toldAt().plusDays(CaseLife.LONGEST_DAYS);
    return life.steps.stream().takeWhile(step -> step.at().isBefore(end)).toList();
  }

  private void live() {
    boolean contactNeeded = dice.chance(0.92);
    LocalDateTime due = dutyHours.after(draft.toldAt(), days() * Level.workingDayMinutes());
    step(draft.toldAt(), EventType.ORDER_RECEIVED, () -> order(contactNeeded, due));
    if (contactNeeded && dice.chance(0.78 + 0.21 * quality)) {
      long minutes = Math.round(dice.logNormal(70 + 300 * (1 - quality), 0.8));
      LocalDateTime contact = dutyHours.after(draft.toldAt(), minutes);
      String officer = draft.grid().area().aliases().get(0) + "值班员";
      step(contact, EventType.ORDER_FIRST_CONTACTED, () -> Payload.of("officer", officer));
    }
    replyAt(due).ifPresent(this::reply);
  }

  /** Days to finish: an enquiry one, a complaint five, a difficult one fifteen working days. */
  private int days() {
    if (isEnquiry()) {
      return 1;
    }
    return draft.level() == Level.DIFFICULT ? 15 : 5;
  }

  /** Soon after the case ends; without an end, around the due time or never. */
  private Optional<LocalDateTime> replyAt(LocalDateTime due) {
    long soon = Math.round(dice.logNormal(50 + 200 * (1 - quality), 0.7));
    if (isEnquiry()) {
      return Optional.of(dutyHours.after(draft.toldAt(), soon));
    }
    Optional<LocalDateTime> end = story.closedAt().or(story::cancelledAt);
    boolean waits = end.isPresent() && end.get().isBefore(due.plusDays(12));
    if (waits) {
      return Optional.of(dutyHours.after(end.get(), soon));
    }
    return dice.chance(0.6) ? Optional.of(dutyHours.after(due, soon)) : Optional.empty();
  }

  private void reply(LocalDateTime at) {
    boolean solved = dice.chance(solutionChance(at));
    LocalDateTime last = steps.get(steps.size() - 1).at();
    LocalDateTime moment = at.isAfter(last) ? at : last.plusMinutes(20);
    step(
        moment,
        EventType.ORDER_REPLIED,
        () -> Payload.of("outcome", solved ? "solved" : "explained"));
    callBack(moment, solved);
  }

  private double solutionChance(LocalDateTime at) {
    if (isEnquiry()) {
      return 0.5;
    }
    boolean closed = story.closedAt().filter(end -> !end.isAfter(at)).isPresent();
    return closed ? 0.5 + 0.46 * quality : 0.08;
  }

  private void callBack(LocalDateTime replied, boolean solved) {
    LocalDateTime at = dutyHours.after(replied.plusDays(1), dice.between(20, 900));
    boolean answered = dice.chance(0.82);
    double happy = (solved ? 0.55 : 0.18) + 0.38 * quality;
    String satisfaction =
        dice.chance(happy) ? "satisfied" : dice.chance(0.55) ? "fairly" : "dissatisfied";
    step(
        at,
        EventType.ORDER_CALLED_BACK,
        () -> {
          ObjectNode payload = Payload.empty().put("answered", answered);
          return answered
              ? payload.put("solved", solved).put("satisfaction", satisfaction)
              : payload;
        });
  }

  private ObjectNode order(boolean contactNeeded, LocalDateTime due) {
    ObjectNode payload =
        Payload.of("category", draft.category().id())
            .put("demanderType", demander())
            .put("contactNeeded", contactNeeded)
            .put("dueAt", Payload.moment(due))
            .put("description", CaseText.description(draft));
    draft.caller().ifPresent(caller -> CaseText.putPerson(payload.putObject("caller"), caller));
    CaseText.putPlace(payload, draft);
    return isEnquiry() ? payload : payload.put("caseId", draft.id());
  }

  private String demander() {
    Dice own = Dice.of(draft.textSeed(), "demander");
    if (draft.grid().type() == GridType.BUILDING) {
      return own.chance(0.7) ? "enterprise" : "merchant";
    }
    if (draft.category().id().equals("public-safety/gas-smell")) {
      return "emergency";
    }
    return own.chance(0.84) ? "resident" : own.chance(0.6) ? "merchant" : "visitor";
  }

  private boolean isEnquiry() {
    return story.steps().isEmpty();
  }

  private void step(LocalDateTime at, EventType type, Supplier<ObjectNode> data) {
    String id = draft.orderId() + "-" + (steps.size() + 1);
    steps.add(new PlannedEvent(at, type, Channel.HOTLINE.source(), id, draft.orderId(), data));
  }
}
