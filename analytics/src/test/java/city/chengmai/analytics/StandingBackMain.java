package city.chengmai.analytics;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands back as told, then tells how nice this thread is, and one that was started afterwards. */
final class StandingBackMain {

  private StandingBackMain() {}

  public static void main(String[] arguments) throws Exception {
    StandingBack.by(Integer.parseInt(arguments[0]));
    ExecutorService later = Executors.newSingleThreadExecutor();
    int other = later.submit(StandingBack::niceness).get();
    System.out.println(StandingBack.niceness() + " " + other);
    later.shutdown();
  }
}
