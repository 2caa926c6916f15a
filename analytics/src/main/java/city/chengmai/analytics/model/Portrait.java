package city.chengmai.analytics.model;

import java.util.List;
import java.util.Optional;

/**
 * The portrait (画像) of one area on one day.
 *
 * @param area area id
 * @param peerGroup areas it is compared with
 * @param scores of the dimensions and overall, each with its standing
 */
public record Portrait(String area, String peerGroup, List<Placed> scores) {

  /**
   * A score with its place.
   *
   * @param score the score
   * @param grade A to E, or insufficient
   * @param peers areas of the group with such a score
   * @param standing empty when the score is insufficient
   * @param uncertainty of score and rank; empty when the score is insufficient
   */
  public record Placed(
      Score score,
      String grade,
      int peers,
      Optional<Standing> standing,
      Optional<Uncertainty> uncertainty) {}

  /** Grade of what has no score. */
  public static final String INSUFFICIENT = "insufficient";

  /** The score of a dimension, or overall. */
  public Placed of(String dimension) {
    return scores.stream()
        .filter(placed -> placed.score().dimension().equals(dimension))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dimension " + dimension));
  }
}
