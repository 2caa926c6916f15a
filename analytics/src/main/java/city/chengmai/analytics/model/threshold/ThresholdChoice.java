package city.chengmai.analytics.model.threshold;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a value for one parameter of a rule by trials with the data of the past. A change is
 * proposed only where verdicts speak for it: either it spares false alarms and loses no confirmed
 * alert, or, where no alert was refuted, it shows a little more. Among equals the value nearest to
 * the current one is taken, so that nothing changes without a reason.
 */
public final class ThresholdChoice {

  private final int fewestVerdicts;
  private final double mostMore;

  /**
   * A chooser.
   *
   * @param fewestVerdicts verdicts without which nothing is proposed
   * @param mostMore largest share of additional alerts that a proposal may bring, for example 0.2
   */
  public ThresholdChoice(int fewestVerdicts, double mostMore) {
    if (fewestVerdicts < 1 || !(mostMore >= 0)) {
      throw new IllegalArgumentException(
          "choice of a threshold: expected at least one verdict and a share of at least 0, seen "
              + fewestVerdicts
              + ", "
              + mostMore);
    }
    this.fewestVerdicts = fewestVerdicts;
    this.mostMore = mostMore;
  }

  /**
   * The trial to propose, empty when the current value had better stay.
   *
   * @param current the trial of the current value
   * @param others trials of other values within the declared bounds
   */
  public Optional<Trial> choose(Trial current, List<Trial> others, Verdicts verdicts) {
    Verdicts about = verdicts.of(current.alerts());
    if (about.size() < fewestVerdicts) {
      return Optional.empty();
    }
    return about.refuted().isEmpty() ? looser(current, others) : stricter(current, others, about);
  }

  private static Optional<Trial> stricter(Trial current, List<Trial> others, Verdicts about) {
    return others.stream()
        .filter(trial -> trial.confirmed(about) == about.confirmed().size())
        .filter(trial -> trial.refuted(about) < about.refuted().size())
        .filter(trial -> trial.alerts().size() < current.alerts().size())
        .min(
            Comparator.comparingInt((Trial trial) -> trial.refuted(about))
                .thenComparing(nearest(current)));
  }

  private Optional<Trial> looser(Trial current, List<Trial> others) {
    int now = current.alerts().size();
    return others.stream()
        .filter(trial -> trial.alerts().containsAll(current.alerts()))
        .filter(trial -> trial.alerts().size() > now)
        .filter(trial -> trial.alerts().size() <= now * (1 + mostMore))
        .min(nearest(current));
  }

  private static Comparator<Trial> nearest(Trial current) {
    return Comparator.comparingDouble((Trial trial) -> Math.abs(trial.value() - current.value()))
        .thenComparingDouble(Trial::value);
  }
}
