package city.chengmai.datasets.embedded;

import java.nio.file.Path;

/** Starts an engine, prints its process id and waits to be killed. */
final class HoldingMain {
  private HoldingMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(Path.of(arguments[0]))) {
      System.out.println(engine.pid());
      Thread.currentThread().join();
    }
  }
}
