package city.chengmai.analytics.job;

import city.chengmai.analytics.model.AreaReadings;
import city.chengmai.analytics.model.Portrait;
import city.chengmai.analytics.model.PortraitScorer;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.indicator.Reading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores all areas of one day; travels to executors. */
final class DayScorer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Indicator> indicators;
  private final ScoringScheme scheme;
  private final AreaForest areas;
  private final Stamp stamp;

  DayScorer(List<Indicator> indicators, ScoringScheme scheme, AreaForest areas, Stamp stamp) {
    this.indicators = new ArrayList<>(indicators);
    this.scheme = scheme;
    this.areas = areas;
    this.stamp = stamp;
  }

  PortraitRows score(int day, Iterable<StoredReading> stored) {
    PortraitScorer scorer = new PortraitScorer(new Catalogue(indicators), scheme);
    List<PortraitRow> portraits = new ArrayList<>();
    List<ContributionRow> contributions = new ArrayList<>();
    for (Portrait portrait : scorer.portraits(areaReadings(stored))) {
      for (Portrait.Placed placed : portrait.scores()) {
        portraits.add(PortraitRow.of(portrait, placed, day, scheme.version(), stamp));
        placed
            .score()
            .contributions()
            .forEach(
                part ->
                    contributions.add(
                        ContributionRow.of(
                            portrait.area(),
                            day,
                            placed.score().dimension(),
                            part,
                            stamp.version())));
      }
    }
    return new PortraitRows(portraits, contributions);
  }

  private List<AreaReadings> areaReadings(Iterable<StoredReading> stored) {
    Map<String, Map<String, Reading>> byArea = new TreeMap<>();
    for (StoredReading reading : stored) {
      byArea
          .computeIfAbsent(reading.area(), area -> new HashMap<>())
          .put(reading.indicator(), reading.reading());
    }
    List<AreaReadings> result = new ArrayList<>();
    byArea.forEach(
        (area, readings) ->
            areas
                .find(area)
                .ifPresent(node -> result.add(new AreaReadings(area, node.peerGroup(), readings))));
    return result;
  }
}
