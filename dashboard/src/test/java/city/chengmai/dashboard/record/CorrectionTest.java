package city.chengmai.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.datasets.catalogue.FileField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private final List<StepRow> steps = new ArrayList<>();

  private void step(String correction, String step, String field, Double change, int holds) {
    steps.add(
        new StepRow(
            "building",
            "b1",
            steps.size() + 1,
            "step-" + steps.size(),
            0,
            correction,
            step,
            field,
            "100",
            "110",
            change,
            change == null ? null : 0.2,
            "",
            "Desk 1",
            "",
            Instant.EPOCH,
            holds));
  }

  private List<StepKind> allowed(String correction) {
    List<Correction> all = Correction.of(steps);
    return all.stream()
        .filter(one -> one.id().equals(correction))
        .findFirst()
        .orElseThrow()
        .allowed(all);
  }

  @Test
  void withinItsBoundNobodyHasToApprove() {
    step("in", "propose", "letArea", -0.2, 1);
    assertThat(allowed("in")).containsExactly(StepKind.APPLY, StepKind.REJECT);
  }

  @Test
  void beyondItsBoundAndWithoutAMeasureSomebodyHasTo() {
    step("out", "propose", "letArea", 0.21, 1);
    step("word", "propose", "grade", null, 1);
    assertThat(allowed("out")).containsExactly(StepKind.APPROVE, StepKind.REJECT);
    assertThat(allowed("word")).containsExactly(StepKind.APPROVE, StepKind.REJECT);
    step("out", "approve", "letArea", 0.21, 1);
    assertThat(allowed("out")).containsExactly(StepKind.APPLY, StepKind.REJECT);
  }

  @Test
  void onlyTheLastAppliedOneOfAFieldCanBeReverted() {
    for (String id : List.of("first", "second")) {
      step(id, "propose", "letArea", 0.1, 1);
      step(id, "apply", "letArea", 0.1, 1);
    }
    step("other", "propose", "floors", 0.1, 1);
    step("other", "apply", "floors", 0.1, 1);
    assertThat(allowed("first")).isEmpty();
    assertThat(allowed("second")).containsExactly(StepKind.REVERT);
    assertThat(allowed("other")).containsExactly(StepKind.REVERT);
    step("second", "revert", "letArea", 0.1, 1);
    assertThat(allowed("first")).containsExactly(StepKind.REVERT);
    assertThat(allowed("second")).isEmpty();
  }

  @Test
  void aChangeIsMeasuredAgainstWhatSourcesTellNotAgainstTheLastCorrection() {
    step("one", "propose", "letArea", 0.1, 1);
    step("one", "apply", "letArea", 0.1, 1);
    List<Correction> all = Correction.of(steps);
    assertThat(Correction.told(all, "letArea", "110.0")).isEqualTo("100");
    assertThat(Correction.told(all, "letArea", "130")).isEqualTo("130");
    assertThat(Correction.told(all, "floors", "110")).isEqualTo("110");
  }

  @Test
  void aStepThatDoesNotHoldChangesNothing() {
    step("one", "propose", "letArea", 0.1, 1);
    step("one", "apply", "letArea", 0.1, 0);
    assertThat(allowed("one")).containsExactly(StepKind.APPLY, StepKind.REJECT);
  }

  @Test
  void changesAreRelativeAndOnlyOfNumbers() {
    assertThat(FieldValue.change("1000", "1500.0")).isEqualTo(0.5);
    assertThat(FieldValue.change("0", "5")).isNull();
    assertThat(FieldValue.change("", "5")).isNull();
    assertThat(FieldValue.change("A", "B")).isNull();
    assertThat(FieldValue.same("120", "120.0")).isTrue();
    assertThat(FieldValue.same("NaN", "1")).isFalse();
  }

  @Test
  void valuesFitTheirField() {
    FileField floors = new FileField("floors", "count", true, 0.2);
    FileField area = new FileField("letArea", "area", true, 0.2);
    FileField grade = new FileField("grade", "word", true);
    assertThat(FieldValue.fits(floors, "18")).isTrue();
    for (String bad : List.of("18.5", "-1", "", "eighteen", "1e3", "１８")) {
      assertThat(FieldValue.fits(floors, bad)).as(bad).isFalse();
    }
    assertThat(FieldValue.fits(area, "1200.5")).isTrue();
    assertThat(FieldValue.fits(area, "1,200")).isFalse();
    assertThat(FieldValue.fits(grade, "A")).isTrue();
    assertThat(FieldValue.fits(grade, "A\nB")).isFalse();
    assertThat(FieldValue.fits(grade, "x".repeat(201))).isFalse();
    assertThat(FieldValue.isCorrectable(new FileField("grid", "text", false))).isFalse();
  }
}
