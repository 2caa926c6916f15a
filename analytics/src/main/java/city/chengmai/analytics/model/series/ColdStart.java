package city.chengmai.analytics.model.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges by one method, and by another what the first has too little history for. Scores of the two
 * do not compare.
 */
public final class ColdStart implements SeriesDetector {

  private final SeriesDetector usual;
  private final SeriesDetector young;

  /**
   * A detector of two.
   *
   * @param usual wherever it can judge
   * @param young before that
   */
  public ColdStart(SeriesDetector usual, SeriesDetector young) {
    this.usual = usual;
    this.young = young;
  }

  @Override
  public List<Judgement> judge(CountSeries series, int from, int to) {
    List<Judgement> judgements = new ArrayList<>(usual.judge(series, from, to));
    Set<Integer> known = judgements.stream().map(Judgement::position).collect(Collectors.toSet());
    for (Judgement judgement : young.judge(series, from, to)) {
      if (!known.contains(judgement.position())) {
        judgements.add(judgement);
      }
    }
    judgements.sort(Comparator.comparingInt(Judgement::position));
    return judgements;
  }
}
