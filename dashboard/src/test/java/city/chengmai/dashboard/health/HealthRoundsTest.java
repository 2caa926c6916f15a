package city.chengmai.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HealthRoundsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<List<PartState>> followed = new ArrayList<>();
  private Health store = Health.UP;
  private Supplier<Told> disk = () -> Told.of(Health.UP);
  private Runnable writing = () -> {};
  private final PartBoard board =
      new PartBoard(() -> store, Map.of("disk", () -> disk.get()), () -> NOW);
  private HealthRounds rounds;

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
    rounds =
        new HealthRounds(
            board,
            Map.of("writing", parts -> writing.run(), "listening", followed::add),
            Duration.ofSeconds(5));
  }

  @AfterEach
  void close() {
    logger().detachAppender(log);
    rounds.close();
  }

  @Test
  void aFollowerThatIsRefusedIsADisturbedPartAndOneWarning() {
    rounds.round();
    assertThat(health(PartBoard.WATCH)).isEqualTo(Health.UP);
    int[] tries = {0};
    writing =
        () -> {
          throw StoreException.ofClickHouse(
              497, "insert (id " + ++tries[0] + "): not enough rights");
        };
    rounds.round();
    rounds.round();
    assertThat(health(PartBoard.WATCH).state()).isEqualTo(State.DEGRADED);
    assertThat(health(PartBoard.WATCH).code()).isEqualTo("watch-failed");
    assertThat(health(PartBoard.WATCH).arguments()).containsExactly("ClickHouse 497");
    assertThat(warnings()).hasSize(1).first().asString().contains("writing fails");
    assertThat(followed).as("the others hear all the same").hasSize(3);
    assertThat(followed.get(2)).extracting(PartState::part).contains(PartBoard.WATCH);
    writing =
        () -> {
          throw new IllegalStateException("a row does not fit");
        };
    rounds.round();
    assertThat(warnings()).as("another fault").hasSize(2);
    writing = () -> {};
    rounds.round();
    assertThat(health(PartBoard.WATCH)).isEqualTo(Health.UP);
  }

  @Test
  void aPartThatRefusesIsDegradedAndOneWarning() {
    disk =
        () -> {
          throw StoreException.ofClickHouse(497, "query: not enough rights");
        };
    rounds.round();
    rounds.round();
    assertThat(health("disk").code()).isEqualTo("unasked");
    assertThat(health("disk").state()).isEqualTo(State.DEGRADED);
    assertThat(warnings()).hasSize(1);
    disk =
        () -> {
          throw new IllegalStateException("a row does not fit");
        };
    rounds.round();
    assertThat(health("disk").arguments()).containsExactly("IllegalStateException");
    disk = () -> Told.of(Health.UP);
    rounds.round();
    assertThat(health("disk")).isEqualTo(Health.UP);
  }

  @Test
  void anOutageOfTheStoreChangesNothingAndIsNoWarning() {
    rounds.round();
    StoreException away = new StoreException(ErrorCategory.STORE_UNAVAILABLE, "no route");
    disk =
        () -> {
          throw away;
        };
    writing =
        () -> {
          throw away;
        };
    rounds.round();
    assertThat(health("disk")).isEqualTo(Health.UP);
    assertThat(health(PartBoard.WATCH)).isEqualTo(Health.UP);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void whileTheStoreTakesNoPasswordItAloneIsDisturbed() {
    rounds.round();
    store = Health.down("wrong password").because("bad-configuration");
    disk =
        () -> {
          throw StoreException.ofClickHouse(516, "query: wrong password");
        };
    rounds.round();
    assertThat(health("disk")).isEqualTo(Health.UP);
    assertThat(health(PartBoard.STORE).state()).isEqualTo(State.DOWN);
    assertThat(warnings()).isEmpty();
  }

  private Health health(String part) {
    return board.parts().stream()
        .filter(state -> state.part().equals(part))
        .findFirst()
        .orElseThrow()
        .health();
  }

  private List<String> warnings() {
    return log.list.stream()
        .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(HealthRounds.class.getPackageName());
  }
}
