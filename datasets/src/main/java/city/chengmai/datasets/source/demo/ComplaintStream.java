package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Complaints about construction sites (工地投诉): what residents report at a site goes the way of the
 * complaint beside that of the case. Two hours to look at it, four to sit down together.
 */
final class ComplaintStream {

  private final Xingqiao xingqiao;

  ComplaintStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<PlannedEvent> on(List<CaseStory> stories) {
    List<PlannedEvent> events = new ArrayList<>();
    for (CaseStory story : stories) {
      CaseDraft draft = story.draft();
      if (!draft.siteId().isEmpty() && draft.channel().needsVerification()) {
        events.addAll(complaint(draft));
      }
    }
    return events;
  }

  private List<PlannedEvent> complaint(CaseDraft draft) {
    Dice dice = Dice.of(draft.textSeed(), "complaint");
    double quality = draft.grid().traits().quality();
    Sender sender = new Sender(draft.channel().source());
    String id = "SC" + draft.id().substring(1);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(sender.tell(draft.toldAt(), EventType.COMPLAINT_RECEIVED, id, () -> receipt(draft)));
    LocalDateTime seen = after(draft.toldAt(), dice.logNormal(45 + 60 * (1 - quality), 0.6));
    boolean holds = dice.chance(0.85);
    String officer = Sender.officer(draft.grid());
    events.add(
        Sender.URBAN_MANAGEMENT.tell(
            seen,
            EventType.COMPLAINT_VERIFIED,
            id,
            () -> Payload.of("officer", officer).put("confirmed", holds)));
    if (holds) {
      events.addAll(negotiation(draft, id, seen, dice));
    }
    return events;
  }

  private List<PlannedEvent> negotiation(
      CaseDraft draft, String id, LocalDateTime seen, Dice dice) {
    double quality = draft.grid().traits().quality();
    LocalDateTime opened = after(seen, dice.logNormal(70 + 90 * (1 - quality), 0.5));
    LocalDateTime rectified =
        xingqiao.dutyHours().after(opened, Math.round(dice.logNormal(700, 0.8)));
    String outcome = dice.chance(0.7 + 0.27 * quality) ? "solved" : "partly";
    return List.of(
        Sender.URBAN_MANAGEMENT.tell(
            opened, EventType.COMPLAINT_NEGOTIATION_OPENED, id, ComplaintStream::parties),
        Sender.URBAN_MANAGEMENT.tell(
            rectified,
            EventType.COMPLAINT_RECTIFIED,
            id,
            () -> Payload.of("outcome", outcome).put("measure", "调整施工时段,加装隔声围挡")));
  }

  private static ObjectNode receipt(CaseDraft draft) {
    ObjectNode payload =
        Payload.of("siteId", draft.siteId())
            .put("category", draft.category().id())
            .put("permittedFrom", "06:00")
            .put("permittedUntil", "22:00")
            .put("negotiationNeeded", true);
    draft.caller().ifPresent(caller -> CaseText.putPerson(payload.putObject("caller"), caller));
    payload.put("description", CaseText.description(draft)).put("caseId", draft.id());
    if (!draft.orderId().isEmpty()) {
      payload.put("orderId", draft.orderId());
    }
    CaseText.putPlace(payload, draft);
    return payload;
  }

  private static ObjectNode parties() {
    ObjectNode payload = Payload.empty();
    payload.putArray("parties").add("施工单位").add("居民代表").add("居委会");
    return payload;
  }

  private static LocalDateTime after(LocalDateTime at, double minutes) {
    return at.plusSeconds(Math.round(minutes * 60));
  }
}
