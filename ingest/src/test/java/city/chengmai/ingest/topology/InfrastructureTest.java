package city.chengmai.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfrastructureTest {

  @ParameterizedTest
  @MethodSource
  void wouldMeetTheNextEventAsWell(Exception fault) {
    assertThat(Infrastructure.caused(fault)).isTrue();
  }

  static Stream<Exception> wouldMeetTheNextEventAsWell() {
    return Stream.of(
        new ProcessorStateException("disk full"),
        new IllegalStateException("wrapped", new TimeoutException("no broker")),
        new UncheckedIOException(new IOException("no space left")));
  }

  @ParameterizedTest
  @MethodSource
  void isAboutOneEvent(Exception fault) {
    assertThat(Infrastructure.caused(fault)).isFalse();
  }

  static Stream<Exception> isAboutOneEvent() {
    return Stream.of(
        new NullPointerException("ours"),
        new UncheckedIOException(new JsonParseException(null, "not JSON")));
  }
}
