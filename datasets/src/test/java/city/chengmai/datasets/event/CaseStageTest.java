package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseStageTest {

  /** The table of the package page, once more and by hand: stage, then step=next. */
  private static final List<String> TABLE =
      List.of(
          "REPORTED verified=VERIFIED accepted=ACCEPTED filed=FILED cancelled=CANCELLED",
          "VERIFIED accepted=ACCEPTED filed=FILED cancelled=CANCELLED",
          "ACCEPTED filed=FILED cancelled=CANCELLED",
          "FILED dispatched=DISPATCHED disposed=DISPOSED closed=CLOSED extended=FILED"
              + " suspended=SUSPENDED cancelled=CANCELLED",
          "DISPATCHED dispatched=DISPATCHED disposed=DISPOSED closed=CLOSED returned=RETURNED"
              + " extended=DISPATCHED suspended=SUSPENDED cancelled=CANCELLED",
          "RETURNED dispatched=DISPATCHED closed=CLOSED extended=RETURNED suspended=SUSPENDED"
              + " cancelled=CANCELLED",
          "DISPOSED checked=CHECKED closed=CLOSED extended=DISPOSED cancelled=CANCELLED",
          "CHECKED dispatched=DISPATCHED closed=CLOSED extended=CHECKED cancelled=CANCELLED",
          "SUSPENDED extended=SUSPENDED resumed=DISPATCHED cancelled=CANCELLED",
          "CLOSED reopened=FILED",
          "CANCELLED");

  static Stream<Arguments> everyPair() {
    return TABLE.stream().flatMap(CaseStageTest::row);
  }

  private static Stream<Arguments> row(String row) {
    String[] words = row.split(" ");
    Map<String, String> steps = new LinkedHashMap<>();
    Stream.of(words)
        .skip(1)
        .map(word -> word.split("="))
        .forEach(step -> steps.put(step[0], step[1]));
    return Stream.of(EventType.values())
        .filter(type -> type.family() == EventFamily.CASE)
        .map(type -> Arguments.of(words[0], type, next(steps, type)));
  }

  private static String next(Map<String, String> steps, EventType type) {
    return steps.get(type.localName().substring("case.".length()));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void takesExactlyTheStepsOfTheTable(String from, EventType step, String next) {
    CaseStage stage = CaseStage.valueOf(from);
    assertThat(stage.after(step).map(Enum::name).orElse(null)).isEqualTo(next);
  }
}
