package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.mechanism.Split;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The demo city has rows for everything that a declared mechanism looks at. */
class MechanismStreamsTest {

  private static final Mechanisms MECHANISMS = Mechanisms.bundled();
  private static final Set<String> ON_OTHER_REGISTERS =
      Set.of("site", "building", "smart-band", "mattress");
  private static final Map<Source, Map<String, List<JsonNode>>> TOLD = told();

  @Test
  void nothingHappensInTheFirstThreeDays() {
    Streams streams = new Streams();
    for (int day = 0; day < RegisterStream.QUIET_DAYS; day++) {
      assertThat(streams.on(Cities.FIRST_DAY.plusDays(day))).isEmpty();
    }
    assertThat(streams.on(Cities.FIRST_DAY.plusDays(RegisterStream.QUIET_DAYS))).isNotEmpty();
  }

  @Test
  void everyKindThatIsDeclaredHappensAndNoOther() {
    assertThat(TOLD.get(Source.SERVICE).keySet())
        .isEqualTo(MECHANISMS.kinds(Source.SERVICE).keySet());
    assertThat(TOLD.get(Source.DEMAND).keySet())
        .isEqualTo(MECHANISMS.kinds(Source.DEMAND).keySet());
    Set<String> registers = new HashSet<>(MECHANISMS.kinds(Source.REGISTER).keySet());
    registers.removeAll(ON_OTHER_REGISTERS);
    assertThat(TOLD.get(Source.REGISTER).keySet()).isEqualTo(registers);
  }

  @Test
  void attributesThatFiguresSumAreTold() {
    MECHANISMS.all().stream()
        .flatMap(one -> one.measures().stream())
        .forEach(
            measure -> {
              tells(measure, measure.attribute());
              tells(measure, measure.over());
            });
  }

  private static void tells(Measure measure, String attribute) {
    if (!attribute.isEmpty() && !attribute.equals("participants")) {
      assertThat(rows(measure.kind().source(), measure.of()))
          .as(measure.of() + " tells " + attribute)
          .allMatch(data -> data.path("attributes").has(attribute));
    }
  }

  @Test
  void valuesThatRowsAreSplitByHaveNames() {
    MECHANISMS.all().stream()
        .flatMap(one -> one.splits().stream())
        .filter(split -> !split.values().isEmpty() && !ON_OTHER_REGISTERS.contains(split.of()))
        .forEach(
            split ->
                assertThat(split.values().keySet())
                    .as(split.of() + " by " + split.by())
                    .containsAll(values(split)));
  }

  private static Set<String> values(Split split) {
    Set<String> values = new HashSet<>();
    for (JsonNode data : rows(split.source(), split.of())) {
      String plain = data.path(split.by()).asText();
      values.add(plain.isEmpty() ? data.path("attributes").path(split.by()).asText() : plain);
    }
    return values;
  }

  @Test
  void aPartIsNeverMoreThanItsWhole() {
    for (JsonNode data : rows(Source.SERVICE, "night-class")) {
      assertThat(data.at("/attributes/seats").asInt())
          .isGreaterThanOrEqualTo(data.path("participants").asInt());
    }
    for (JsonNode data : rows(Source.SERVICE, "little-stool")) {
      assertThat(data.at("/attributes/solved").asInt())
          .isLessThanOrEqualTo(data.at("/attributes/issues").asInt());
    }
  }

  private static List<JsonNode> rows(Source source, String kind) {
    return TOLD.get(source).getOrDefault(kind, List.of());
  }

  private static Map<Source, Map<String, List<JsonNode>>> told() {
    Map<Source, Map<String, List<JsonNode>>> told = new HashMap<>();
    Streams streams = new Streams();
    for (int day = 0; day < 120; day++) {
      for (PlannedEvent event : streams.on(Cities.FIRST_DAY.plusDays(day))) {
        JsonNode data = event.data().get();
        switch (event.type()) {
          case SERVICE_HELD -> put(told, Source.SERVICE, data.path("kind").asText(), data);
          case DEMAND_RAISED -> put(told, Source.DEMAND, data.path("kind").asText(), data);
          case RECORD_UPDATED ->
              put(told, Source.REGISTER, data.at("/attributes/kind").asText(), data);
          default -> {}
        }
      }
    }
    return told;
  }

  private static void put(
      Map<Source, Map<String, List<JsonNode>>> told, Source source, String kind, JsonNode data) {
    told.computeIfAbsent(source, any -> new HashMap<>())
        .computeIfAbsent(kind, any -> new ArrayList<>())
        .add(data);
  }

  private static final class Streams {
    private final Xingqiao xingqiao = new Xingqiao(Cities.OPTIONS);
    private final RegisterStream registers = new RegisterStream(xingqiao);
    private final ServiceStream services = new ServiceStream(xingqiao, registers);
    private final DemandStream demands =
        new DemandStream(xingqiao, registers, new RecordStream(xingqiao).enterprises());

    List<PlannedEvent> on(LocalDate day) {
      List<PlannedEvent> events = new ArrayList<>(registers.on(day));
      events.addAll(services.on(day));
      events.addAll(demands.on(day));
      return events;
    }
  }
}
