package city.chengmai.ingest.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntityFoldTest {

  private static final Instant RECORDED = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<Event> COMPLAINT =
      List.of(
          event(
              EventType.COMPLAINT_RECEIVED,
              0,
              "{'siteId':'site-1','category':'noise','permittedFrom':'06:00'}"),
          event(EventType.COMPLAINT_VERIFIED, 30, "{'confirmed':true}"),
          event(EventType.COMPLAINT_VERIFIED, 45, "{'confirmed':false,'note':'again'}"),
          event(EventType.COMPLAINT_NEGOTIATION_OPENED, 90, "{'parties':['a','b']}"),
          event(EventType.COMPLAINT_RECTIFIED, 500, "{'outcome':'partly'}"),
          event(EventType.COMPLAINT_RECTIFIED, 700, "{'outcome':'solved'}"));

  private final EntityFold fold = new EntityFold(ServiceLayouts.SITE_COMPLAINTS);

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    byte[] expected = row(COMPLAINT);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<Event> shuffled = new ArrayList<>(COMPLAINT);
      Collections.shuffle(shuffled, random);
      assertThat(row(shuffled)).as(shuffled.toString()).isEqualTo(expected);
    }
  }

  @Test
  void aLaterMentionWinsAndTheFirstVerificationCounts() {
    Entity entity = new Entity();
    for (Event event : COMPLAINT) {
      entity.take(sighting(event, 0), ServiceLayouts.SITE_COMPLAINTS);
    }
    assertThat(entity.value("outcome").asText()).isEqualTo("solved");
    assertThat(entity.value("confirmed").asBoolean()).isFalse();
    Entity.Times verified = entity.times.get(EventType.COMPLAINT_VERIFIED);
    assertThat(verified.first()).isEqualTo(COMPLAINT.get(1).time());
    assertThat(verified.count()).isEqualTo(2);
    assertThat(entity.latestType()).isEqualTo(EventType.COMPLAINT_RECTIFIED);
  }

  @Test
  void aRevisionReplacesWhatItMentionsAndIsNotCounted() {
    Entity entity = new Entity();
    Event issue = event(EventType.COMPONENT_INSPECTED, 10, "{'condition':'good'}");
    Event put = event(EventType.COMPONENT_INSPECTED, 10, "{'condition':'damaged'}");
    entity.take(sighting(issue, 0), WorksLayouts.COMPONENTS);
    entity.take(sighting(put, 1), WorksLayouts.COMPONENTS);
    assertThat(entity.value("condition").asText()).isEqualTo("damaged");
    assertThat(entity.times.get(EventType.COMPONENT_INSPECTED).count()).isEqualTo(1);
  }

  @Test
  void aStageKeepsTheTimeItWasReachedFirst() {
    Entity entity = new Entity();
    for (int minute : new int[] {60, 20, 90}) {
      Event event = event(EventType.LIFT_STAGE_CHANGED, minute, "{'stage':'signed'}");
      entity.take(sighting(event, 0), WorksLayouts.LIFT_RETROFITS);
    }
    assertThat(entity.marks.get(new Entity.Mark("stage", "signed")))
        .isEqualTo(event(EventType.LIFT_STAGE_CHANGED, 20, "{}").time());
  }

  /** Raised, matched and closed in whatever order: one row, with the first match. */
  @Test
  void aDemandAndItsMatchAreOneRow() {
    EntityFold demands = new EntityFold(DemandLayouts.DEMANDS);
    List<Event> life =
        List.of(
            event(
                EventType.DEMAND_RAISED, 0, "{'kind':'need','itemId':'a','attributes':{'n':'1'}}"),
            event(EventType.DEMAND_MATCHED, 60, "{'itemId':'b','unit':'desk'}"),
            event(EventType.DEMAND_MATCHED, 90, "{'unit':'other'}"),
            event(EventType.DEMAND_CLOSED, 200, "{'outcome':'met'}"));
    byte[] expected = row(demands, life);
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      List<Event> shuffled = new ArrayList<>(life);
      Collections.shuffle(shuffled, random);
      assertThat(row(demands, shuffled)).as(shuffled.toString()).isEqualTo(expected);
    }
    Entity entity = new Entity();
    life.forEach(event -> entity.take(sighting(event, 0), DemandLayouts.DEMANDS));
    assertThat(entity.value("itemId").asText()).isEqualTo("b");
    assertThat(entity.times.get(EventType.DEMAND_MATCHED).first()).isEqualTo(life.get(1).time());
    assertThat(entity.latestType()).isEqualTo(EventType.DEMAND_CLOSED);
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAFold(EventType type) {
    assertThat(new Folds(null).of(type)).as(type.localName()).isNotNull();
  }

  private byte[] row(List<Event> events) {
    return row(fold, events);
  }

  private static byte[] row(EntityFold fold, List<Event> events) {
    byte[] state = null;
    Folded folded = null;
    for (Event event : events) {
      folded = fold.fold(state, sighting(event, 0), new RowWriter());
      state = folded.state();
    }
    return folded.fact().row();
  }

  private static Sighting sighting(Event event, int revision) {
    return new Sighting(event, Place.UNKNOWN, RECORDED, revision);
  }

  private static Event event(EventType type, int minutes, String data) {
    return TestEvents.event(type, "entity-1", minutes, data);
  }
}
