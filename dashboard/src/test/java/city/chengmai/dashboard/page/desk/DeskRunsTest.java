package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskRunsTest {

  private static final DeskLimits USUAL = new DeskLimits(1_000, 30);
  private static final RunAnswer ENGLISH = new RunAnswer(Messages.of(Language.ENGLISH));

  @Test
  void aRunThatExhaustsTheMemoryEndsAndSaysSo() {
    assertThat(
            sentence(
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                }))
        .contains("ran out of memory");
  }

  @Test
  void aRunThatEndsInAnyErrorEnds() {
    assertThat(
            sentence(
                () -> {
                  throw new StackOverflowError();
                }))
        .contains("The desk itself failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 413})
  void aStatusOfSomethingInBetweenIsNamed(int status) {
    String said = "running as analyst: ClickHouse answered HTTP " + status + ": too much";
    StoreException fault = new StoreException(ErrorCategory.STORE_REFUSED, said);
    Refusal refusal = Refusal.from(fault);
    assertThat(ENGLISH.sentence(refusal, USUAL)).contains("HTTP status " + status);
    assertThat(refusal.detail()).contains("too much");
  }

  @Test
  void aWrongPasswordOfTheDeskIsNotBlamedOnTheStatement() {
    Refusal refusal =
        Refusal.from(StoreException.ofClickHouse(516, "chengmai_analyst: Authentication failed"));
    assertThat(ENGLISH.sentence(refusal, USUAL))
        .contains("password of the analyst")
        .contains("516");
  }

  private static String sentence(Supplier<DeskOutcome.Finished> work) {
    try (DeskRuns runs = new DeskRuns(new Working(work), InstantSource.system())) {
      DeskRun run = runs.start(DeskStatement.of("SELECT 1"), USUAL);
      while (run.outcome().isEmpty()) {
        Thread.onSpinWait();
      }
      return run.outcome()
          .map(DeskOutcome.Refused.class::cast)
          .map(refused -> ENGLISH.sentence(refused.refusal(), USUAL))
          .orElseThrow();
    }
  }

  private record Working(Supplier<DeskOutcome.Finished> work) implements StatementEngine {

    @Override
    public DeskOutcome.Finished run(DeskRun run) {
      return work.get();
    }

    @Override
    public Optional<DeskProgress> progress(String queryId) {
      return Optional.empty();
    }

    @Override
    public void kill(String queryId) {}
  }
}
