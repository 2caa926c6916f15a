package city.chengmai.datasets.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  @ParameterizedTest
  @EnumSource
  void decodesWhatItEncodes(EventType type) {
    Event event =
        new Event(
            "urn:chengmai:feed:test",
            "一/1",
            type,
            "case-1",
            TIME,
            JsonNodeFactory.instance.objectNode().put("note", "路灯不亮"));
    assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id      | MISSING_ATTRIBUTE",
        "source  | MISSING_ATTRIBUTE",
        "subject | MISSING_ATTRIBUTE",
        "time    | MISSING_ATTRIBUTE",
        "data    | MISSING_ATTRIBUTE",
        "type    | MISSING_ATTRIBUTE"
      })
  void namesTheReasonWhenAnAttributeIsMissing(String attribute, DeadLetterReason reason) {
    String json =
        """
        {"specversion":"1.0","id":"1","source":"s","subject":"c","type":"cn.grid.case.verified",
         "time":"2026-01-02T03:04:05Z","datacontenttype":"application/json","data":{}}"""
            .replaceAll("\"" + attribute + "\":(\"[^\"]*\"|\\{}),?", "")
            .replaceAll(",\\s*}", "}");
    assertThatThrownBy(() -> EventCodec.decode(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            MalformedEventException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void namesAnUnknownType() {
    String json =
        """
        {"specversion":"1.0","id":"1","source":"s","subject":"c","type":"cn.grid.case.eaten",
         "time":"2026-01-02T03:04:05Z","data":{}}""";
    assertThatThrownBy(() -> EventCodec.decode(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            MalformedEventException.class,
            e -> assertThat(e.reason()).isEqualTo(DeadLetterReason.UNKNOWN_TYPE))
        .hasMessageContaining("cn.grid.case.eaten");
  }
}
