package city.chengmai.datasets.embedded;

import java.nio.file.Path;

/** Starts an engine, prints its process id and ports, and waits to be killed. */
final class HoldingMain {
  private HoldingMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(Path.of(arguments[0]))) {
      System.out.println(engine.pid() + " " + engine.ports().http() + " " + engine.ports().tcp());
      Thread.currentThread().join();
    }
  }
}
