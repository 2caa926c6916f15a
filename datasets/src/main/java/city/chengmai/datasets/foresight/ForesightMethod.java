package city.chengmai.datasets.foresight;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How complaints that were not made are told (未诉先办). Whether one matter was handled before anybody
 * complained is indicator M08; this is what stands beside it.
 *
 * @param version from 1, carried by every row
 * @param channels of cases that somebody found without being told
 * @param comparison of grids with a find and grids without
 * @param candidates of the morning's list
 */
public record ForesightMethod(
    int version, List<String> channels, Comparison comparison, Candidates candidates) {

  /** Checks that it is complete. */
  public ForesightMethod {
    channels = List.copyOf(channels);
    require(version >= 1, "version", version);
    require(!channels.isEmpty(), "number of channels", channels.size());
    if (comparison == null || candidates == null) {
      throw new IllegalArgumentException("method.yaml needs comparison and candidates");
    }
  }

  /**
   * Grids with a find against grids without.
   *
   * @param days of complaints on each side of a find; as long before it no other find
   * @param fewestComparisons grids without a find that make a comparison
   * @param fewestStarts finds below which nothing is said
   * @param fewestGrids grids with a find below which nothing is said
   * @param fewestOrders complaints of both sides below which nothing is said
   */
  public record Comparison(
      int days, int fewestComparisons, int fewestStarts, int fewestGrids, int fewestOrders) {

    /** Checks the numbers. */
    public Comparison {
      require(days >= 7, "comparison.days", days);
      require(fewestComparisons >= 1, "comparison.fewestComparisons", fewestComparisons);
      require(fewestStarts >= 1, "comparison.fewestStarts", fewestStarts);
      require(fewestGrids >= 2, "comparison.fewestGrids", fewestGrids);
      require(fewestOrders >= 1, "comparison.fewestOrders", fewestOrders);
    }
  }

  /**
   * The morning's list.
   *
   * @param days in which matters of one place belong together
   * @param freshDays since the last matter, and since somebody was there unasked
   * @param followDays within which a complaint is foretold
   * @param learnDays of the past that it is foretold from
   * @param least likelihood that puts a place on the list
   * @param most places of a morning
   * @param priorWeight weight of all categories together, in matters
   */
  public record Candidates(
      int days,
      int freshDays,
      int followDays,
      int learnDays,
      double least,
      int most,
      double priorWeight) {

    /** Checks the numbers. */
    public Candidates {
      require(days >= 1, "candidates.days", days);
      require(freshDays >= 1, "candidates.freshDays", freshDays);
      require(followDays >= 1, "candidates.followDays", followDays);
      require(learnDays > followDays, "candidates.learnDays", learnDays);
      require(least > 0 && least < 1, "candidates.least", least);
      require(most >= 1, "candidates.most", most);
      require(priorWeight > 0, "candidates.priorWeight", priorWeight);
    }
  }

  /** The method shipped with the product. */
  public static ForesightMethod bundled() {
    try (InputStream in = ForesightMethod.class.getResourceAsStream("method.yaml")) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, ForesightMethod.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading method.yaml: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String what, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("method.yaml: " + what + " must not be " + value);
    }
  }
}
