package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.ScoredDimension;
import city.chengmai.datasets.catalogue.ScoredIndicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns the readings of all areas of a day into portraits: value, shrinkage to the peer group,
 * curve, weighted mean over what was measured, grade, and place within the peer group.
 */
public final class PortraitScorer {

  private final Catalogue catalogue;
  private final ScoringScheme scheme;

  /** A scorer of this scheme, whose curves must fit the catalogue. */
  public PortraitScorer(Catalogue catalogue, ScoringScheme scheme) {
    scheme.requireFits(catalogue);
    this.catalogue = catalogue;
    this.scheme = scheme;
  }

  /** The portraits of all areas of a day, group by group. */
  public List<Portrait> portraits(List<AreaReadings> areas) {
    Map<String, List<AreaReadings>> groups =
        areas.stream()
            .collect(
                Collectors.groupingBy(AreaReadings::peerGroup, TreeMap::new, Collectors.toList()));
    List<Portrait> portraits = new ArrayList<>();
    groups.forEach((group, members) -> portraits.addAll(ofGroup(group, members)));
    return portraits;
  }

  private List<Portrait> ofGroup(String group, List<AreaReadings> members) {
    AreaScorer scorer = new AreaScorer(catalogue, scheme, peerRates(members));
    List<List<Score>> scores = members.stream().map(scorer::score).toList();
    List<Portrait> portraits = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      List<Portrait.Placed> placed = new ArrayList<>();
      for (int dimension = 0; dimension < scores.get(i).size(); dimension++) {
        placed.add(place(scores.get(i).get(dimension), valuesOf(scores, dimension)));
      }
      portraits.add(new Portrait(members.get(i).area(), group, placed));
    }
    return portraits;
  }

  private Portrait.Placed place(Score score, double[] group) {
    if (score.value().isEmpty()) {
      return new Portrait.Placed(score, Portrait.INSUFFICIENT, group.length, Optional.empty());
    }
    double value = score.value().getAsDouble();
    return new Portrait.Placed(
        score, scheme.gradeOf(value), group.length, Optional.of(Standing.of(value, group)));
  }

  private static double[] valuesOf(List<List<Score>> scores, int dimension) {
    return scores.stream()
        .map(area -> area.get(dimension).value())
        .filter(value -> value.isPresent())
        .mapToDouble(value -> value.getAsDouble())
        .toArray();
  }

  private Map<String, PeerRate> peerRates(List<AreaReadings> members) {
    Map<String, PeerRate> rates = new HashMap<>();
    for (ScoredDimension dimension : scheme.dimensions()) {
      for (ScoredIndicator scored : dimension.indicators()) {
        List<Rate> measured = measured(members, scored.indicator());
        if (!measured.isEmpty()) {
          rates.put(scored.indicator(), PeerRate.of(measured));
        }
      }
    }
    return rates;
  }

  private static List<Rate> measured(List<AreaReadings> members, String indicator) {
    List<Rate> rates = new ArrayList<>();
    for (AreaReadings member : members) {
      if (member.reading(indicator) instanceof Reading.Measured measured) {
        rates.add(measured.rate());
      }
    }
    return rates;
  }
}
