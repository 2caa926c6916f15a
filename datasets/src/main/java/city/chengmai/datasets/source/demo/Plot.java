package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.List;

/** One kind of thing that a model is to find, with what looks like it; stateless. */
interface Plot {

  /** Id of the model. */
  String model();

  /** Real ones in a cycle. */
  int reals();

  /** Lookalikes in a cycle. */
  int lookalikes();

  /** The last day of a cycle that one may begin on. */
  default int lastBegin() {
    return 28;
  }

  /** What happens. */
  Tale tale(Scene scene);

  /** What has to be on record before anything begins, on one day at the beginning. */
  default List<PlannedEvent> opening(LocalDate day) {
    return List.of();
  }

  /**
   * When and for which one.
   *
   * @param cycle from 0
   * @param number from 0 within the cycle; the real ones come first
   * @param variant −1 for a real one, else the number among the lookalikes
   * @param begin first day
   * @param dice its own
   */
  record Scene(int cycle, int number, int variant, LocalDate begin, Dice dice) {

    boolean real() {
      return variant < 0;
    }

    /** Tells it apart within its model. */
    String name() {
      return cycle + "-" + number;
    }
  }

  /**
   * What is told of one.
   *
   * @param target what it is about
   * @param real whether it is one
   * @param events all of them, none before the first day of the scene
   * @param from first day that it shows
   * @param to day after the last one; of a state that goes on, the day it ends
   */
  record Tale(
      String target, boolean real, List<PlannedEvent> events, LocalDate from, LocalDate to) {

    /** A tale that shows in its events. */
    static Tale of(String target, boolean real, List<PlannedEvent> events) {
      List<LocalDate> days =
          events.stream().map(event -> event.at().toLocalDate()).sorted().toList();
      return new Tale(target, real, events, days.get(0), days.get(days.size() - 1).plusDays(1));
    }
  }
}
