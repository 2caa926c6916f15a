package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Turns the readings of all areas of a day into portraits: value, shrinkage to the peer group,
 * curve, weighted mean over what was measured, grade, and place within the peer group with its
 * uncertainty. The same readings give the same portraits, drawn numbers included.
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

  /** Portraits and standings of all areas of a day, group by group. */
  public PortraitDay score(LocalDate day, List<AreaReadings> areas) {
    Set<String> groups =
        areas.stream().map(AreaReadings::peerGroup).collect(Collectors.toCollection(TreeSet::new));
    List<Portrait> portraits = new ArrayList<>();
    List<IndicatorStanding> standings = new ArrayList<>();
    for (String group : groups) {
      List<AreaReadings> members =
          areas.stream().filter(area -> area.peerGroups().contains(group)).toList();
      PortraitDay scored = new GroupScorer(catalogue, scheme, day, members).of(group);
      portraits.addAll(scored.portraits());
      standings.addAll(scored.standings());
    }
    return new PortraitDay(portraits, standings);
  }
}
