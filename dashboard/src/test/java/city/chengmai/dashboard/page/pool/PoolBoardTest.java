package city.chengmai.dashboard.page.pool;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.pool.PoolBoard.Grid;
import city.chengmai.dashboard.page.pool.PoolBoard.Line;
import city.chengmai.dashboard.page.pool.PoolBoard.Share;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PoolQueries.FeedRow;
import city.chengmai.dashboard.query.PoolQueries.KindRow;
import city.chengmai.datasets.event.EventType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares of what is pooled, counted by hand. */
class PoolBoardTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<FeedRow> FEEDS =
      List.of(new FeedRow("one", List.of("s1"), 5), new FeedRow("two", List.of("s2"), 0));
  private static final List<KindRow> KINDS =
      List.of(
          kind("case.reported", 8, 6, List.of("g1", "g2", "elsewhere"), List.of("s1", "s9")),
          kind("case.filed", 5, 5, List.of("g1"), List.of("s1")),
          kind("visit.held", 2, 2, List.of("g1"), List.of("s1")),
          kind("feed.heartbeat", 40, 0, List.of(), List.of("s1")),
          kind("unheard.of", 9, 9, List.of("g1"), List.of("s1")));

  private static KindRow kind(
      String name, long events, long placed, List<String> grids, List<String> sources) {
    return new KindRow("cn.grid." + name, events, placed, grids, sources, Instant.EPOCH);
  }

  private static PoolBoard board(List<FeedRow> feeds, List<KindRow> kinds) {
    CityModel city =
        new CityModel(
            new CityFacts("", "", ZONE, Optional.empty()),
            List.of(grid("g1"), grid("g2")),
            List.of(),
            List.of());
    return new PoolBoard(city, feeds, kinds, new Figures(Language.ENGLISH, ZONE));
  }

  private static AreaRow grid(String id) {
    return new AreaRow(id, "", "grid", "general", 0, id, id, "", 0, 0, 1, "");
  }

  @Test
  void sharesStandBesideTheirCounts() {
    int types = EventType.values().length;
    List<Share> shares = board(FEEDS, KINDS).shares();
    assertThat(shares).extracting(Share::key).containsExactly("feeds", "types", "located", "cells");
    assertThat(shares.get(0).of()).isEqualTo("1 / 2");
    assertThat(shares.get(1).of()).isEqualTo("4 / " + types);
    assertThat(shares.get(2)).extracting(Share::text, Share::of).containsExactly("80.0%", "8 / 10");
    assertThat(shares.get(3).of()).startsWith("3 / ");
  }

  @Test
  void withoutAnythingThereIsNoShare() {
    List<Share> shares = board(List.of(), List.of()).shares();
    assertThat(shares.get(0).text()).isEqualTo("no data");
    assertThat(shares.get(2).text()).isEqualTo("no data");
    assertThat(shares.get(1).text()).isEqualTo("0.0%");
  }

  @Test
  void aFamilyHasItsFeedsItsGridsAndItsTables() {
    Line cases = line("case");
    assertThat(cases.events()).isEqualTo("13");
    assertThat(cases.placed().of()).isEqualTo("6 / 8");
    assertThat(cases.grids().of()).isEqualTo("2 / 2");
    assertThat(cases.feeds()).isEqualTo("one, 1 undeclared sources");
    assertThat(cases.tables()).containsExactly("cases");
    assertThat(cases.indicators()).contains("M04");
    assertThat(line("feed").grids().text()).isEqualTo("tells no place");
    assertThat(line("patrol").feeds()).isEmpty();
    assertThat(line("patrol").types().text()).isEqualTo("0.0%");
  }

  private static Line line(String family) {
    return board(FEEDS, KINDS).catalogue().stream()
        .filter(one -> one.key().equals(family))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGridOfWhichLeastIsToldComesFirst() {
    List<Grid> grids = board(FEEDS, KINDS).grids();
    assertThat(grids).extracting(Grid::id).containsExactly("g2", "g1");
    assertThat(grids.get(0).share().of()).startsWith("1 / ");
    assertThat(grids.get(1).lacking()).contains("Patrols").doesNotContain("Cases", "Visits");
  }
}
