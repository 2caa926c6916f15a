package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedServiceTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final RestartPolicy TWICE =
      new RestartPolicy(List.of(Duration.ofMillis(1), Duration.ofMillis(1)), LONG);

  @TempDir Path directory;
  private final RunBoard board = new RunBoard();

  @Test
  void aServiceIsReadyWhenItSaysSoAndEndsWhenItsInputCloses() throws Exception {
    SupervisedService service =
        SupervisedService.serve(
            command("serve", "progress broker 1 2 half", "ready broker"), TWICE, board);
    service.awaitReady(LONG, List.of());
    assertThat(board.status(Part.BROKER))
        .isEqualTo(new PartStatus(Part.BROKER, PartState.READY, 1, 2, ""));
    service.stop(LONG);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(Files.readString(log())).contains("ready broker");
  }

  @Test
  void aServiceThatKeepsDyingIsGivenUpWithItsLastLines() {
    SupervisedService service =
        SupervisedService.serve(
            command("4", "disk is full", "failed broker no room"), TWICE, board);
    PartFailure failure =
        catchThrowableOfType(PartFailedException.class, () -> service.awaitReady(LONG, List.of()))
            .failure();
    assertThat(failure.reason()).isEqualTo("no room (started 3 times)");
    assertThat(failure.exitCode()).isEqualTo(4);
    assertThat(failure.lastLines()).contains("disk is full");
    assertThat(failure.describe()).contains(log().toString());
    assertThat(board.failure()).contains(failure);
  }

  @Test
  void badConfigurationIsNotTriedAgain() {
    SupervisedService service = SupervisedService.runOnce(command("2"), TWICE, board);
    PartFailure failure =
        catchThrowableOfType(PartFailedException.class, () -> service.awaitDone(List.of()))
            .failure();
    assertThat(failure.reason()).isEqualTo("ended with exit code 2");
  }

  @Test
  void aServiceThatRunsOnceIsDoneAndItsReportKept() {
    SupervisedService.runOnce(command("0", "report broker read=7"), TWICE, board)
        .awaitDone(List.of());
    assertThat(board.status(Part.BROKER).state()).isEqualTo(PartState.DONE);
    assertThat(board.figure("broker.read")).contains(7L);
  }

  @Test
  void whoWaitsForAServiceHearsThatAnotherOneItNeedsWasGivenUp() {
    SupervisedService waiting = SupervisedService.runOnce(command("serve"), TWICE, board);
    SupervisedService needed =
        SupervisedService.serve(command("4", "failed broker no room"), TWICE, board);
    PartFailure failure =
        catchThrowableOfType(PartFailedException.class, () -> waiting.awaitDone(List.of(needed)))
            .failure();
    assertThat(failure.reason()).isEqualTo("no room (started 3 times)");
    assertThat(failure.lastLines()).contains("failed broker no room");
    waiting.stop(LONG);
  }

  private ServiceCommand command(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    line.add(TalkingMain.class.getName());
    line.addAll(List.of(arguments));
    return new ServiceCommand(Part.BROKER, line, Map.of(), log());
  }

  private Path log() {
    return directory.resolve("broker.log");
  }
}
