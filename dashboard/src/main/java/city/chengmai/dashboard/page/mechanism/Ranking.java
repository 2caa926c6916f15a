package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.PeerRow;
import city.chengmai.dashboard.query.MechanismQueries.RegisterRow;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind;
import city.chengmai.datasets.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ranking behind a place within the district (区内排名): the sub-district by its own register among
 * those that the district tells of, by entries per 1,000 residents.
 */
final class Ranking {

  /**
   * A sub-district.
   *
   * @param own whether it is this one
   * @param told when the district told of it; a dash for this one, which is counted now
   */
  public record Line(
      String place,
      String name,
      boolean own,
      String amount,
      String residents,
      String rate,
      String told) {}

  private record Ranked(String name, boolean own, double amount, double residents, String told) {

    double rate() {
      return amount / residents;
    }
  }

  private static final double THOUSAND = 1000;

  private final Scope scope;
  private final Figures figures;

  Ranking(Scope scope, Figures figures) {
    this.scope = scope;
    this.figures = figures;
  }

  /** The sub-districts, the best first; empty where there is nothing to compare. */
  List<Line> of(Mechanism mechanism, Sums sums) {
    return mechanism.measures().stream()
        .filter(measure -> measure.kind() == MeasureKind.RANK)
        .findFirst()
        .map(measure -> lines(measure, new At(sums, 1, "")))
        .orElse(List.of());
  }

  private List<Line> lines(Measure measure, At at) {
    List<PeerRow> peers = at.peers(measure.register());
    if (peers.isEmpty() || scope.subDistrict().isEmpty() || scope.residents() == 0) {
      return List.of();
    }
    AreaRow here = scope.subDistrict().get();
    boolean chinese = figures.messages().language() == Language.CHINESE;
    List<Ranked> all = new ArrayList<>();
    all.add(
        new Ranked(
            chinese ? here.nameZh() : here.nameEn(),
            true,
            at.register(measure.of()).map(RegisterRow::entries).orElse(0L),
            scope.residents(),
            Figures.NONE));
    peers.forEach(
        peer ->
            all.add(
                new Ranked(
                    peer.name(),
                    false,
                    peer.amount(),
                    peer.residents(),
                    figures.fullMoment(peer.toldAt()))));
    all.sort(Comparator.comparingDouble(Ranked::rate).reversed().thenComparing(Ranked::name));
    return all.stream().map(one -> line(one, all)).toList();
  }

  private Line line(Ranked one, List<Ranked> all) {
    long before = all.stream().filter(other -> other.rate() > one.rate()).count();
    return new Line(
        figures.count(1 + before),
        one.name(),
        one.own(),
        figures.amount(one.amount()),
        figures.amount(one.residents()),
        figures.number(THOUSAND * one.rate(), 2),
        one.told());
  }
}
