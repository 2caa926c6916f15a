package city.chengmai.ingest.ledger;

import java.time.Instant;

/**
 * An event before it is JSON.
 *
 * @param type without the prefix
 * @param grid grid that its row will have
 * @param data payload as JSON
 */
record Draft(String id, String type, String subject, Instant time, String grid, String data) {

  static final String SOURCE = "urn:ledger";

  /** The same event with other content. */
  Draft with(String otherGrid, String otherData) {
    return new Draft(id, type, subject, time, otherGrid, otherData);
  }

  String json() {
    return "{\"specversion\":\"1.0\",\"source\":\""
        + SOURCE
        + "\",\"id\":\""
        + id
        + "\",\"type\":\"cn.grid."
        + type
        + "\",\"subject\":\""
        + subject
        + "\",\"time\":\""
        + time
        + "\",\"datacontenttype\":\"application/json\",\"data\":"
        + data.replace('\'', '"')
        + "}";
  }
}
