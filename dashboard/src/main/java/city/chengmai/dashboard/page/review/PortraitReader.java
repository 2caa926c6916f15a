package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries;
import city.chengmai.dashboard.query.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the portrait of a grid. Blocking and thread-safe. */
final class PortraitReader {

  private static final int ALERTS = 20;
  private static final int CASES = 30;

  private final CityDirectory city;
  private final PortraitQueries portraits;
  private final StandingQueries standings;
  private final AlertQueries alerts;
  private final CaseQueries cases;

  PortraitReader(CityDirectory city, Store store) {
    this.city = city;
    this.portraits = new PortraitQueries(store);
    this.standings = new StandingQueries(store);
    this.alerts = new AlertQueries(store);
    this.cases = new CaseQueries(store);
  }

  /** The portrait; empty when no grid has this id. */
  Optional<Portrait> read(String id) {
    return city.model().area(id).map(this::read);
  }

  private Portrait read(AreaRow area) {
    CityModel model = city.model();
    CityMoment moment = city.moment();
    String id = area.areaId();
    List<PortraitRow> all = portraits.portraits(moment.day());
    List<PortraitRow> own = all.stream().filter(row -> row.areaId().equals(id)).toList();
    String group = own.stream().map(PortraitRow::peerGroup).findFirst().orElse(area.gridType());
    Set<String> peers =
        model.peers(group).stream().map(AreaRow::areaId).collect(Collectors.toSet());
    return new Portrait(
        area,
        moment,
        own,
        all.stream()
            .filter(row -> row.dimension().equals(Portrait.OVERALL))
            .filter(row -> peers.contains(row.areaId()))
            .toList(),
        portraits.indicators(id, moment.day()),
        portraits.contributions(id, moment.day()),
        standings.ofArea(id, moment.day()),
        standings.changes(id, moment.day()),
        portraits.trend(id, peers, moment.day()),
        portraits.peerMeans(peers, moment.day()),
        alerts.open(moment.now(), id, ALERTS),
        cases.open(id, moment.now(), false, CASES));
  }
}
