package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

  @Test
  void whatComesWhileOthersRunWaitsForItsTurn() {
    CountDownLatch free = new CountDownLatch(1);
    try (DeskRuns runs = new DeskRuns(new Working(() -> after(free)), InstantSource.system())) {
      List<DeskRun> taken = started(runs, DeskRuns.MOST_AT_ONCE + DeskRuns.MOST_WAITING);
      DeskRun last = taken.get(taken.size() - 1);
      await(() -> taken.stream().filter(DeskRun::begun).count() == DeskRuns.MOST_AT_ONCE);
      assertThat(ENGLISH.of(taken.get(0))).contains("\"state\":\"running\"");
      assertThat(ENGLISH.of(last)).contains("\"state\":\"waiting\"");

      assertThat(refusal(started(runs, 1).get(0))).contains("3 statements are running and 12 wait");

      runs.stop(last);
      assertThat(refusal(last)).as("at once, for it never ran").contains("Stopped");
      assertThat(started(runs, 1).get(0).outcome()).as("the place is free again").isEmpty();

      free.countDown();
      await(() -> taken.stream().allMatch(run -> run.outcome().isPresent()));
      assertThat(taken).filteredOn(DeskRun::begun).hasSize(taken.size() - 1);
    }
  }

  private static List<DeskRun> started(DeskRuns runs, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> runs.start(DeskStatement.of("SELECT 1"), USUAL))
        .toList();
  }

  private static DeskOutcome.Finished after(CountDownLatch free) {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new DeskOutcome.Finished(new ResultTable(List.of(), List.of(), false, 0));
  }

  private static void await(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static String refusal(DeskRun run) {
    return run.outcome()
        .map(DeskOutcome.Refused.class::cast)
        .map(refused -> ENGLISH.sentence(refused.refusal(), USUAL))
        .orElseThrow();
  }

  private static String sentence(Supplier<DeskOutcome.Finished> work) {
    try (DeskRuns runs = new DeskRuns(new Working(work), InstantSource.system())) {
      DeskRun run = runs.start(DeskStatement.of("SELECT 1"), USUAL);
      await(() -> run.outcome().isPresent());
      return refusal(run);
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
