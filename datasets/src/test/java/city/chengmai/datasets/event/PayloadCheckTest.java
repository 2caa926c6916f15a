package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The quick check and the schema itself must say the same of every payload. */
class PayloadCheckTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAYLOADS = 1_500;

  @ParameterizedTest
  @EnumSource
  void goodPayloadsPassQuickly(EventType type) throws IOException {
    RandomPayloads payloads =
        new RandomPayloads(schema(type), new Random(type.wireName().hashCode()));
    int quick = 0;
    for (int i = 0; i < PAYLOADS; i++) {
      ObjectNode payload = payloads.good();
      boolean fits = SCHEMAS.slowViolations(type, payload).isEmpty();
      boolean passes = SCHEMAS.passesQuickly(type, payload);
      assertThat(passes && !fits).as("passes and does not fit: %s", payload).isFalse();
      quick += passes == fits ? 1 : 0;
    }
    // Patterns are left to the schema.
    int least = schema(type).toString().contains("\"pattern\"") ? 0 : PAYLOADS * 9 / 10;
    assertThat(quick).as("payloads decided without the schema").isGreaterThan(least);
  }

  @ParameterizedTest
  @EnumSource
  void noSpoiltPayloadPassesThatTheSchemaRefuses(EventType type) throws IOException {
    RandomPayloads payloads =
        new RandomPayloads(schema(type), new Random(type.wireName().hashCode()));
    int refused = 0;
    for (int i = 0; i < PAYLOADS; i++) {
      ObjectNode payload = payloads.spoilt();
      boolean fits = SCHEMAS.slowViolations(type, payload).isEmpty();
      assertThat(SCHEMAS.passesQuickly(type, payload) && !fits).as("%s", payload).isFalse();
      assertThat(SCHEMAS.violations(type, payload).isEmpty()).as("%s", payload).isEqualTo(fits);
      refused += fits ? 0 : 1;
    }
    assertThat(refused).as("payloads that were in fact spoilt").isGreaterThan(PAYLOADS / 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string','pattern':'a+'}         | 'a'",
        "{'type':'string','const':'a'}        | 'a'",
        "{'type':['string','null']}               | 'a'",
        "{'enum':['a']}                           | 'a'",
        "{'type':'object','patternProperties':{}} | {}"
      })
  void aKeywordThatIsNotKnownIsLeftToTheSchema(String schema, String value)
      throws JsonProcessingException {
    assertThat(PayloadCheck.of(json(schema)).passes(json(value))).isFalse();
  }

  @Test
  void numbersThatAreNoPlainOnesAreLeftToTheSchema() throws JsonProcessingException {
    PayloadCheck whole = PayloadCheck.of(json("{'type':'integer','minimum':0}"));
    assertThat(whole.passes(json("3"))).isTrue();
    assertThat(whole.passes(json("3.0"))).isFalse();
    assertThat(whole.passes(json("123456789012345678901234567890"))).isFalse();
    PayloadCheck any = PayloadCheck.of(json("{'type':'number','exclusiveMinimum':0}"));
    assertThat(any.passes(json("0.5"))).isTrue();
    assertThat(any.passes(json("0"))).isFalse();
    assertThat(any.passes(JsonNodeFactory.instance.numberNode(Double.NaN))).isFalse();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static JsonNode schema(EventType type) throws IOException {
    String name = type.wireName() + "." + EventType.SCHEMA_VERSION + ".json";
    try (var stream = EventSchemas.class.getResourceAsStream(name)) {
      return JSON.readTree(stream);
    }
  }
}
