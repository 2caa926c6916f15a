package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemasTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void refusesAPropertyThatTheTypeDoesNotKnow(EventType type) throws JsonProcessingException {
    assertThat(SCHEMAS.violations(type, JSON.readTree("{\"colour\":\"red\"}"))).isNotEmpty();
  }

  @Test
  void acceptsAReportWithAPlace() throws JsonProcessingException {
    String report =
        """
        {"category":"street-order/illegal-parking","channel":"hotline","level":"simple",
         "point":{"longitude":121.3,"latitude":31.2},"reporter":{"phone":"00000000000"}}""";
    assertThat(SCHEMAS.violations(EventType.CASE_REPORTED, JSON.readTree(report))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CASE_REPORTED    | {\"category\":\"a\"}                                    | channel",
        "CASE_REPORTED    | {\"category\":\"a\",\"channel\":\"pigeon\"}             | channel",
        "CASE_CHECKED     | {\"result\":\"maybe\"}                                  | result",
        "CASE_EXTENDED    | {\"reason\":\"rain\"}                                   | dueAt",
        "PATROL_COMPLETED | {\"coverage\":1.5}                                      | coverage",
        "DEVICE_TELEMETRY | {\"kind\":\"k\",\"metric\":\"m\",\"value\":\"x\",\"unit\":\"dB\"} | value"
      })
  void saysWhereAPayloadIsWrong(EventType type, String data, String place)
      throws JsonProcessingException {
    assertThat(SCHEMAS.violations(type, JSON.readTree(data)))
        .singleElement()
        .asString()
        .contains(place);
  }
}
