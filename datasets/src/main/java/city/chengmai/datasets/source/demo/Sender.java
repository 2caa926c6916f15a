package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * A feed of the demo city that tells of entities with ids of their own.
 *
 * @param source CloudEvents source
 */
record Sender(String source) {

  static final Sender EMERGENCY_OFFICE = new Sender("demo/emergency-office");
  static final Sender POLICE = new Sender("demo/police");
  static final Sender URBAN_MANAGEMENT = new Sender("demo/urban-management");
  static final Sender MARKET_SUPERVISION = new Sender("demo/market-supervision");
  static final Sender HEALTH_INSPECTION = new Sender("demo/health-inspection");
  static final Sender WORK_SAFETY = new Sender("demo/work-safety");
  static final Sender MODELS = new Sender("demo/models");
  static final Sender ENTERPRISE_APP = new Sender(Channel.VISIT.source());
  static final Sender STREET_APP = new Sender(Channel.PATROL.source());
  static final Sender RESIDENTS_APP = new Sender(Channel.APP.source());
  static final Sender RECORDS = new Sender("demo/records");

  /** An event that an entity has at most one of a day. */
  PlannedEvent tell(LocalDateTime at, EventType type, String subject, Supplier<ObjectNode> data) {
    String word = type.localName().substring(type.localName().indexOf('.') + 1);
    String id = subject + "-" + word + "-" + date(at.toLocalDate());
    return new PlannedEvent(at, type, source, id, subject, data);
  }

  static String date(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  /** Adds a place in a grid. */
  static ObjectNode place(ObjectNode payload, DemoGrid grid, Spot spot) {
    payload.put("areaId", grid.id()).put("address", "星桥街道" + spot.address());
    Payload.putPoint(payload, spot.at());
    return payload;
  }

  /** Somebody on duty in a grid. */
  static String officer(DemoGrid grid) {
    return grid.area().aliases().get(0) + "值班员";
  }
}
