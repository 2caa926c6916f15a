package city.chengmai.ingest.fuzz;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.ingest.intake.EventReader;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.privacy.KeyedHash;
import city.chengmai.ingest.privacy.Pseudonymizer;
import city.chengmai.testing.fuzz.FuzzTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One event as it is taken from the topic: read, checked, and rid of persons, or refused. */
public final class EnvelopeFuzz implements FuzzTarget {

  private static final EventReader READER = new EventReader(new EventSchemas());
  private static final Pseudonymizer PSEUDONYMIZER =
      new Pseudonymizer(new KeyedHash("a key of thirty-two letters long"));

  @Override
  public List<String> seeds() {
    String head =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:a\",\"subject\":\"s\","
            + "\"time\":\"2026-05-24T08:00:00Z\",\"type\":\"cn.grid.";
    return List.of(
        head
            + "case.reported\",\"data\":{\"category\":\"市容\",\"channel\":\"app\",\"point\":"
            + "{\"longitude\":121.5,\"latitude\":31.2},\"reporter\":{\"name\":\"王小明\",\"phone\":"
            + "\"13800138000\"},\"description\":\"王小明来电\"}}",
        head + "case.filed\",\"data\":{\"dueAt\":\"2026-05-25T08:00:00+08:00\"}}",
        head
            + "device.reading\",\"data\":{\"deviceId\":\"d\",\"metric\":\"noise\",\"value\":1e999999999}}",
        head
            + "case.reported\",\"data\":{\"point\":{\"longitude\":1E-999999999,\"latitude\":9e307}}}",
        head + "enterprise.updated\",\"data\":{\"attributes\":{\"姓名\":\"王\",\"x\":[{}]}}}");
  }

  @Override
  public List<String> words() {
    return List.of(
        "cn.grid.case.dispatched",
        "cn.grid.order.received",
        "cn.grid.visit.made",
        "\"attributes\":",
        "\"data\":",
        "\"reporter\":",
        "1e999999999",
        "\\ud800",
        "\\u0000",
        "null");
  }

  @Override
  public void take(byte[] input) {
    try {
      JsonNode envelope = READER.parse(input);
      PSEUDONYMIZER.pseudonymizeAttributes((ObjectNode) envelope);
      Event event = READER.check(envelope).event();
      PSEUDONYMIZER.pseudonymize(event.type(), (ObjectNode) event.data());
    } catch (Refusal refused) {
      if (refused.getMessage().isEmpty()) {
        throw new IllegalStateException("refused without a word: " + refused.reason());
      }
    }
  }
}
