package city.chengmai.ingest.fuzz;

import city.chengmai.testing.fuzz.KeptInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing begins with, and all that it ever found. */
class FuzzedInputsTest {

  @TestFactory
  Stream<DynamicTest> everyTargetKeepsItsWord() {
    return KeptInputs.tests(FuzzTargets.all());
  }
}
