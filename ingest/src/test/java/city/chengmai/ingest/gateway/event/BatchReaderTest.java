package city.chengmai.ingest.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.ingest.gateway.http.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {

  @Test
  void elementsKeepTheirBytes() {
    assertThat(
            split("[ {\"a\" : \"网格 ]\"} ,\n{\"b\":[1, {}]},17 ,-2.50e1, \"x\\\"y\",null , true]"))
        .containsExactly(
            "{\"a\" : \"网格 ]\"}", "{\"b\":[1, {}]}", "17", "-2.50e1", "\"x\\\"y\"", "null", "true");
    assertThat(split(" [ ] ")).isEmpty();
    assertThat(split("[{\"a\":1,\"a\":2}]")).containsExactly("{\"a\":1,\"a\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[1,", "[1]]", "[1] 2", "[{]", "[\"a]", "[1 2]", "x"})
  void whatIsNoArrayIsRefusedWhole(String body) {
    assertThatThrownBy(() -> split(body))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.reason()).isEqualTo("not-json");
            });
  }

  private static List<String> split(String body) {
    return BatchReader.split(body.getBytes(StandardCharsets.UTF_8)).stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }
}
