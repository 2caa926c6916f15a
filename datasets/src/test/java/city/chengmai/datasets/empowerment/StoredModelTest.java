package city.chengmai.datasets.empowerment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.empowerment.ModelStep.Kind;
import city.chengmai.datasets.empowerment.StoredModel.State;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoredModelTest {

  private final List<ModelStep> steps = new ArrayList<>();

  @Test
  void aVersionIsAskedOnlyOnceItWasReviewedAndMadeActive() {
    take(Kind.PROPOSE, 1);
    assertThat(states()).isEqualTo("1 PROPOSED");
    assertThat(model().asked()).isEmpty();
    take(Kind.APPROVE, 1);
    assertThat(states()).isEqualTo("1 REVIEWED");
    assertThat(model().latest().reviewer()).isEqualTo("actor-2");
    assertThat(model().asked()).isEmpty();
    take(Kind.ACTIVATE, 1);
    assertThat(model().active().map(Version::number)).contains(1);
    assertThat(model().edition()).isEqualTo(3);
  }

  @Test
  void theActiveVersionGoesOnUntilTheNextOneTakesItsPlace() {
    activate(1);
    take(Kind.PROPOSE, 2);
    take(Kind.APPROVE, 2);
    assertThat(model().active().map(Version::number)).contains(1);
    assertThat(model().underWay().map(Version::number)).contains(2);
    take(Kind.ACTIVATE, 2);
    assertThat(states()).isEqualTo("2 ACTIVE, 1 REPLACED");
    take(Kind.RETIRE, 2);
    assertThat(model().active()).isEmpty();
    assertThat(model().asked().map(Version::number)).contains(2);
    take(Kind.PROPOSE, 3);
    assertThat(model().asked().map(Version::number)).contains(2);
  }

  @Test
  void aFurtherProposalTakesThePlaceOfOneThatWaits() {
    activate(1);
    take(Kind.PROPOSE, 2);
    take(Kind.PROPOSE, 3);
    take(Kind.REJECT, 3);
    assertThat(states()).isEqualTo("3 REJECTED, 2 SUPERSEDED, 1 ACTIVE");
    assertThat(StoredModel.allowed(State.SUPERSEDED)).isEmpty();
    assertThat(StoredModel.allowed(State.REJECTED)).isEmpty();
    assertThat(StoredModel.allowed(State.PROPOSED)).doesNotContain(Kind.ACTIVATE);
  }

  @Test
  void orderOfRowsAndStepsThatDoNotHoldMakeNoDifference() {
    activate(1);
    steps.add(step("late", 3, Kind.RETIRE, 1, 0));
    Collections.reverse(steps);
    assertThat(states()).isEqualTo("1 ACTIVE");
  }

  @Test
  void thePersonIsTheAccountAndWithoutOneThePostWithoutRegardToLetterCase() {
    assertThat(ModelStep.person("li.na", "Anybody")).isEqualTo("li.na");
    assertThat(ModelStep.person("", " Desk 1 ")).isEqualTo(ModelStep.person("", "desk 1"));
  }

  @Test
  void limitsOutsideOursAreRefused() {
    assertThatThrownBy(() -> definition(0, "SELECT 1")).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> definition(1_001, "SELECT 1")).hasMessageContaining("most hits");
    assertThatThrownBy(() -> definition(1, " ")).hasMessageContaining("statement");
  }

  private static ModelDefinition definition(int mostHits, String statement) {
    return new ModelStep(
            "m",
            1,
            "s",
            0,
            "propose",
            1,
            "甲",
            "A",
            "甲",
            "A",
            "甲",
            "A",
            "d",
            "record",
            "DAILY",
            1,
            1,
            mostHits,
            statement,
            List.of(),
            "",
            "a",
            "",
            Instant.EPOCH,
            1)
        .definition();
  }

  private void activate(int version) {
    take(Kind.PROPOSE, version);
    take(Kind.APPROVE, version);
    take(Kind.ACTIVATE, version);
  }

  private void take(Kind kind, int version) {
    steps.add(step("step-" + steps.size(), steps.size() + 1, kind, version, 1));
  }

  private static ModelStep step(String id, int edition, Kind kind, int version, int holds) {
    return new ModelStep(
        "m",
        edition,
        id,
        edition - 1,
        kind.wireName(),
        version,
        "甲",
        "A",
        "甲",
        "A",
        "甲",
        "A",
        "d",
        "record",
        "DAILY",
        1,
        1,
        1,
        "SELECT 1",
        List.of(),
        "",
        "actor-" + edition,
        "",
        Instant.EPOCH,
        holds);
  }

  private StoredModel model() {
    return StoredModel.of(steps).get(0);
  }

  private String states() {
    return model().versions().stream()
        .map(version -> version.number() + " " + version.state())
        .collect(Collectors.joining(", "));
  }
}
