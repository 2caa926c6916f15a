package city.chengmai.dashboard.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A service kept running by a thread of its own: started, listened to, started again after a pause
 * when it dies, given up after too many deaths. A service that runs once ends with exit code 0.
 */
final class SupervisedService {

  private static final int TAIL_LINES = 12;

  private final ServiceCommand command;
  private final boolean endless;
  private final RestartPolicy policy;
  private final RunBoard board;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private final Thread thread;
  private volatile String lastReason = "";
  private volatile ServiceProcess process;
  private volatile boolean stopping;

  private SupervisedService(
      ServiceCommand command, boolean endless, RestartPolicy policy, RunBoard board) {
    this.command = command;
    this.endless = endless;
    this.policy = policy;
    this.board = board;
    this.thread = new Thread(this::supervise, command.part().wireName() + "-supervisor");
    thread.setDaemon(true);
  }

  /** Starts a service that should run until it is stopped. */
  static SupervisedService serve(ServiceCommand command, RestartPolicy policy, RunBoard board) {
    return started(new SupervisedService(command, true, policy, board));
  }

  /** Starts a service that should end by itself with exit code 0. */
  static SupervisedService runOnce(ServiceCommand command, RestartPolicy policy, RunBoard board) {
    return started(new SupervisedService(command, false, policy, board));
  }

  private static SupervisedService started(SupervisedService service) {
    service.thread.start();
    return service;
  }

  /**
   * Waits until the service said that it serves.
   *
   * @param needed services without which it would wait for ever
   * @throws PartFailedException when one of them was given up, or this one silent for too long
   */
  void awaitReady(Duration patience, List<SupervisedService> needed) {
    await(ready, needed, patience);
  }

  /**
   * Waits until a service that runs once is done.
   *
   * @param needed services without which it would never be
   * @throws PartFailedException when one of them was given up
   */
  void awaitDone(List<SupervisedService> needed) {
    await(finished, needed, Duration.ofDays(365));
  }

  /** Ends as soon as one of these services is done or, exceptionally, given up. */
  static CompletableFuture<Object> anyFinished(List<SupervisedService> services) {
    return CompletableFuture.anyOf(
        services.stream().map(service -> service.finished).toArray(CompletableFuture<?>[]::new));
  }

  /** Stops it and the supervision; returns when the process is gone. */
  void stop(Duration patience) {
    stopping = true;
    thread.interrupt();
    ServiceProcess running = process;
    if (running != null) {
      running.stop(patience);
    }
  }

  private void supervise() {
    int deaths = 0;
    try {
      while (!stopping) {
        long begun = System.nanoTime();
        int code = runToEnd();
        if (stopping) {
          return;
        }
        if (code == 0 && !endless) {
          board.enter(command.part(), PartState.DONE);
          ready.complete(null);
          finished.complete(null);
          return;
        }
        deaths = policy.deathsAfter(deaths, Duration.ofNanos(System.nanoTime() - begun));
        if (!retryable(code) || policy.pauseAfter(deaths).isEmpty()) {
          giveUp(code, deaths);
          return;
        }
        board.say(command.part(), PartState.RESTARTING, reason(code));
        Thread.sleep(policy.pauseAfter(deaths).orElseThrow().toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!stopping) {
        lastReason = String.valueOf(e.getMessage());
        giveUp(1, deaths + 1);
      }
    }
  }

  private int runToEnd() throws InterruptedException {
    board.enter(command.part(), PartState.STARTING);
    lastReason = "";
    ServiceProcess started = ServiceProcess.start(command, this::hear);
    process = started;
    if (stopping) {
      // Stopped between the check and the start: nobody else would end it.
      started.stop(Duration.ofSeconds(1));
    }
    return started.await();
  }

  private void hear(String line) {
    ProgressLine.parse(line)
        .ifPresent(
            said -> {
              board.hear(command.part(), said);
              if (said instanceof ProgressLine.Ready) {
                ready.complete(null);
              } else if (said instanceof ProgressLine.Failed failed) {
                lastReason = failed.reason();
              }
            });
  }

  /** Bad configuration and bad input stay bad however often one tries. */
  private static boolean retryable(int exitCode) {
    return exitCode != 2 && exitCode != 3;
  }

  private String reason(int code) {
    return lastReason.isEmpty() ? "ended with exit code " + code : lastReason;
  }

  private void giveUp(int code, int deaths) {
    String reason = reason(code) + (deaths > 1 ? " (started " + deaths + " times)" : "");
    giveUp(failure(code == 0 ? 1 : code, reason));
  }

  private void giveUp(PartFailure failure) {
    board.fail(failure);
    PartFailedException exception = new PartFailedException(failure);
    ready.completeExceptionally(exception);
    finished.completeExceptionally(exception);
  }

  private PartFailure failure(int code, String reason) {
    return new PartFailure(
        command.part(), reason, code, command.log(), LogFile.lastLines(command.log(), TAIL_LINES));
  }

  private void await(
      CompletableFuture<Void> event, List<SupervisedService> needed, Duration patience) {
    CompletableFuture<?> first =
        needed.isEmpty() ? event : CompletableFuture.anyOf(event, anyFinished(needed));
    try {
      first.get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PartFailedException failed) {
        throw failed;
      }
      throw new IllegalStateException("supervision of " + command.part().wireName(), e);
    } catch (TimeoutException e) {
      PartFailure failure = failure(4, "not ready within " + patience.toSeconds() + " s");
      giveUp(failure);
      throw new PartFailedException(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunStoppedException();
    }
  }
}
