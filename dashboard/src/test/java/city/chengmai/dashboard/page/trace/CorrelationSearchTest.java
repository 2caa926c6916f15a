package city.chengmai.dashboard.page.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.page.trace.CorrelationSearch.Outcome;
import city.chengmai.dashboard.page.trace.CorrelationSearch.State;
import city.chengmai.dashboard.query.TraceQueries.IdentityRow;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrelationSearchTest {

  private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");
  private static final IdentityRow EVENT = new IdentityRow("urn:x", "1");

  private final List<Duration> looks = new ArrayList<>();

  private Optional<IdentityRow> onlyInThePast(String id, Instant happened, Instant since) {
    looks.add(Duration.between(since, NOW));
    return happened.equals(Instant.EPOCH) ? Optional.of(EVENT) : Optional.empty();
  }

  @Test
  void allOfThePastIsLookedAtForTheWholeCityAlone() {
    CorrelationSearch search = new CorrelationSearch(this::onlyInThePast);
    assertThat(search.search("0123456789abcdef", NOW, false).state()).isEqualTo(State.NONE);
    assertThat(looks).containsExactly(CorrelationSearch.RECENT);
    assertThat(search.search("0123456789abcdef", NOW, true))
        .isEqualTo(new Outcome(State.FOUND, Optional.of(EVENT)));
    assertThat(looks).hasSize(3);
  }

  @Test
  void recentEventsHappenedWithinABoundToo() {
    CorrelationSearch search =
        new CorrelationSearch(
            (id, happened, since) -> {
              looks.add(Duration.between(happened, since));
              return Optional.of(EVENT);
            });
    assertThat(search.search("0123456789abcdef", NOW, true).state()).isEqualTo(State.FOUND);
    assertThat(looks).containsExactly(CorrelationSearch.LATE);
  }

  @Test
  void thereIsOneSearchAtATime() {
    List<State> meanwhile = new ArrayList<>();
    CorrelationSearch[] search = new CorrelationSearch[1];
    search[0] =
        new CorrelationSearch(
            (id, happened, since) -> {
              meanwhile.add(search[0].search(id, NOW, true).state());
              return Optional.of(EVENT);
            });
    for (int i = 0; i < 2; i++) {
      assertThat(search[0].search("0123456789abcdef", NOW, true).state()).isEqualTo(State.FOUND);
    }
    assertThat(meanwhile).containsExactly(State.BUSY, State.BUSY);
  }

  @Test
  void aSearchThatMeetsItsLimitSaysSoAndTheNextOneIsMade() {
    CorrelationSearch slow = failing(159);
    for (int i = 0; i < 2; i++) {
      assertThat(slow.search("0123456789abcdef", NOW, true).state()).isEqualTo(State.SLOW);
    }
    CorrelationSearch broken = failing(60);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> broken.search("0123456789abcdef", NOW, true))
          .isInstanceOf(StoreException.class);
    }
  }

  private static CorrelationSearch failing(int code) {
    return new CorrelationSearch(
        (id, happened, since) -> {
          throw StoreException.ofClickHouse(code, "no");
        });
  }
}
