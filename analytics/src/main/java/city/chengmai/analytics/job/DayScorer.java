package city.chengmai.analytics.job;

import city.chengmai.analytics.model.AreaReadings;
import city.chengmai.analytics.model.Portrait;
import city.chengmai.analytics.model.PortraitDay;
import city.chengmai.analytics.model.PortraitScorer;
import city.chengmai.analytics.model.Score;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.indicator.Reading;
import java.io.Serializable;
import java.time.LocalDate;
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
  private final PeerGroups groups;
  private final Stamp stamp;

  DayScorer(List<Indicator> indicators, ScoringScheme scheme, AreaForest areas, Stamp stamp) {
    this.indicators = new ArrayList<>(indicators);
    this.scheme = scheme;
    this.areas = areas;
    this.groups = new PeerGroups(areas, scheme.comparison().smallestGroup());
    this.stamp = stamp;
  }

  PortraitRows score(int day, Iterable<StoredReading> stored) {
    PortraitScorer scorer = new PortraitScorer(new Catalogue(indicators), scheme);
    PortraitDay scored = scorer.score(LocalDate.ofEpochDay(day), areaReadings(stored));
    List<PortraitRow> portraits = new ArrayList<>();
    List<ContributionRow> contributions = new ArrayList<>();
    for (Portrait portrait : scored.portraits()) {
      for (Portrait.Placed placed : portrait.scores()) {
        portraits.add(PortraitRow.of(portrait, placed, day, scheme.version(), stamp));
        contributions.addAll(contributions(portrait.area(), placed.score(), day));
      }
    }
    List<StandingRow> standings =
        scored.standings().stream()
            .map(standing -> StandingRow.of(standing, day, stamp.version()))
            .toList();
    return new PortraitRows(portraits, contributions, standings);
  }

  private List<ContributionRow> contributions(String area, Score score, int day) {
    return score.contributions().stream()
        .map(part -> ContributionRow.of(area, day, score.dimension(), part, stamp.version()))
        .toList();
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
                .ifPresent(node -> result.add(new AreaReadings(area, groups.of(node), readings))));
    return result;
  }
}
