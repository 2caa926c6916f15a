package city.chengmai.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TooLargeHandlerTest {

  private static final ErrorHandlerContext AT =
      new DefaultErrorHandlerContext(
          null, Topics.EVENTS, 0, 7, new RecordHeaders(), "facts", null, 0L, null, null);

  @ParameterizedTest
  @ValueSource(strings = {Topics.EVENTS, Topics.DEAD_LETTER})
  void whatNobodyCanSendIsLeftOut(String topic) {
    assertThat(answer(topic, new RecordTooLargeException("large"))).isEqualTo(Result.RESUME);
    assertThat(answer(topic, new TimeoutException("away"))).isEqualTo(Result.FAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.FACTS, Topics.PULSES, "chengmai-ingest-seen-changelog"})
  void rowsAndStateNever(String topic) {
    assertThat(answer(topic, new RecordTooLargeException("large"))).isEqualTo(Result.FAIL);
  }

  private static Result answer(String topic, Exception fault) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, new byte[1], new byte[1]);
    return new TooLargeHandler().handleError(AT, record, fault).result();
  }
}
