package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.notify.Channel.Escalation;
import city.chengmai.dashboard.notify.Channel.Flapping;
import city.chengmai.dashboard.notify.Channel.Wish;
import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.notify.Situation.Episode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told and when; every message is delivered at once, so that only the policy decides. */
class NotifyPolicyTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Ten in the morning in the city. */
  private static final Instant START = Instant.parse("2026-03-20T02:00:00Z");

  private final Map<String, Delivery> log = new LinkedHashMap<>();
  private final List<String> told = new ArrayList<>();
  private final Map<String, Situation> alerts = new LinkedHashMap<>();

  @Test
  void anAlertIsToldOnce_andItsEndOnce() {
    List<Channel> channels = List.of(channel("desk"));
    raise("a", "warning", START);
    minutes(channels, START, 30);
    end("a", START.plus(Duration.ofMinutes(30)));
    minutes(channels, START.plus(Duration.ofMinutes(30)), 30);
    assertThat(told).containsExactly("00:00 desk raised a", "00:30 desk cleared a");
  }

  @Test
  void aChannelHearsOnlyWhatItWants() {
    Wish wish = new Wish(Set.of("alarm"), Set.of("A02"), Set.of("west"), false);
    List<Channel> channels = List.of(channel("desk", wish));
    raise("a", "warning", START);
    alerts.put("b", situation("b", "alarm", "A02", Set.of("east", "city"), START));
    alerts.put("c", situation("c", "alarm", "A02", Set.of("grid", "west", "city"), START));
    alerts.put("d", situation("d", "alarm", "A08", Set.of("west"), START));
    minutes(channels, START, 3);
    assertThat(told).containsExactly("00:00 desk raised c");
  }

  @Test
  void overdueCasesAreToldOnlyToWhomAsksForThem() {
    alerts.put("o", situation("o", "alarm", "A01", Set.of("west"), START));
    Wish wish = new Wish(Set.of(), Set.of("A01"), Set.of(), false);
    minutes(List.of(channel("desk"), channel("cases", wish)), START, 2);
    assertThat(told).containsExactly("00:00 cases raised o");
  }

  @Test
  void whatIsPausedSetAsideOrOldIsNotTold() {
    Situation paused = situation("a", "alarm", "A02", Set.of(), START);
    alerts.put("a", with(paused, Standing.NEW, true));
    Situation snoozed = situation("b", "alarm", "A02", Set.of(), START);
    alerts.put("b", with(snoozed, Standing.SNOOZED, false));
    raise("c", "alarm", START.minus(Duration.ofHours(25)));
    minutes(List.of(channel("desk")), START, 5);
    assertThat(told).isEmpty();
    alerts.put("a", with(paused, Standing.NEW, false));
    minutes(List.of(channel("desk")), START.plus(Duration.ofMinutes(5)), 5);
    assertThat(told).containsExactly("00:05 desk raised a");
  }

  @Test
  void quietTimesHoldAndEndInOneMessage_alarmsPass() {
    Channel channel =
        quiet(
            new QuietPeriod(LocalTime.of(10, 0), LocalTime.of(11, 0)),
            new QuietPeriod(LocalTime.of(11, 0), LocalTime.of(11, 30)),
            new QuietPeriod(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    raise("a", "warning", START);
    raise("b", "alarm", START);
    raise("c", "notice", START.plus(Duration.ofMinutes(20)));
    minutes(List.of(channel), START, 120);
    assertThat(told).containsExactly("00:00 desk raised b", "01:30 desk digest a c");
    assertThat(log.values()).noneMatch(one -> one.state() == State.HELD);
  }

  @Test
  void whatEndedInTheQuietIsNotTold() {
    Channel channel = quiet(new QuietPeriod(LocalTime.of(10, 0), LocalTime.of(11, 0)));
    raise("a", "warning", START);
    minutes(List.of(channel), START, 30);
    end("a", START.plus(Duration.ofMinutes(30)));
    minutes(List.of(channel), START.plus(Duration.ofMinutes(30)), 60);
    assertThat(told).isEmpty();
    assertThat(log.values())
        .extracting(Delivery::answer)
        .containsExactly("over before it was told");
  }

  @Test
  void aDigestGathersWhatComesInItsInterval() {
    Channel channel = digest(Duration.ofMinutes(15));
    raise("a", "warning", START);
    raise("b", "warning", START.plus(Duration.ofMinutes(7)));
    raise("c", "warning", START.plus(Duration.ofMinutes(20)));
    minutes(List.of(channel), START, 60);
    assertThat(told).containsExactly("00:15 desk digest a b", "00:35 desk raised c");
  }

  @Test
  void aFloodIsOneMessage() {
    for (int i = 0; i < 500; i++) {
      raise("a" + i, "alarm", START);
    }
    minutes(List.of(channel("desk")), START, 60);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("00:00 desk digest a0 a1").endsWith(" a499");
  }

  @Test
  void aFloodThatTricklesInIsAFewMessages() {
    for (int i = 0; i < 120; i++) {
      raise("a" + i, "warning", START.plus(Duration.ofSeconds(15L * i)));
    }
    minutes(List.of(channel("desk")), START, 60);
    assertThat(told).hasSizeLessThan(16);
    assertThat(String.join(" ", told).split(" a[0-9]+", -1)).hasSize(121);
  }

  @Test
  void whatFlapsIsHeldAndSummedUp() {
    Channel channel = channel("desk");
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant from = START.plus(Duration.ofMinutes(8L * i));
      Instant shown = from;
      episodes.add(new Episode(from, Optional.empty()));
      alerts.put("a", flapping(episodes));
      minutes(List.of(channel), shown, 4);
      episodes.set(i, new Episode(from, Optional.of(from.plus(Duration.ofMinutes(4)))));
      alerts.put("a", flapping(episodes));
      minutes(List.of(channel), shown.plus(Duration.ofMinutes(4)), 4);
    }
    minutes(List.of(channel), START.plus(Duration.ofMinutes(96)), 240);
    assertThat(told)
        .startsWith("00:00 desk raised a", "00:04 desk cleared a", "00:08 desk raised a")
        .hasSizeLessThan(9);
    assertThat(log.values()).noneMatch(one -> one.state() == State.HELD);
  }

  @Test
  void whatNobodyAcknowledgesIsHandedUp() {
    Channel leaders = channel("leaders", new Wish(Set.of(), Set.of(), Set.of(), true));
    Channel desk = escalating(Duration.ofMinutes(30), "leaders");
    raise("a", "warning", START);
    raise("b", "warning", START);
    minutes(List.of(desk, leaders), START, 10);
    alerts.put("b", with(alerts.get("b"), Standing.ACKNOWLEDGED, false));
    minutes(List.of(desk, leaders), START.plus(Duration.ofMinutes(10)), 50);
    assertThat(told)
        .containsExactly("00:00 desk raised a", "00:00 desk raised b", "00:30 leaders escalated a");
  }

  @Test
  void whatAnOfficerHandsUpIsToldAtOnce() {
    Channel leaders = channel("leaders", new Wish(Set.of(), Set.of(), Set.of(), true));
    Channel desk = escalating(Duration.ofMinutes(30), "leaders");
    raise("a", "warning", START);
    minutes(List.of(desk, leaders), START, 2);
    alerts.put("a", with(alerts.get("a"), Standing.ESCALATED, false));
    minutes(List.of(desk, leaders), START.plus(Duration.ofMinutes(2)), 60);
    assertThat(told).containsExactly("00:00 desk raised a", "00:02 leaders escalated a");
  }

  @Test
  void whatAnOfficerHandsUpIsTold_howeverOldItIs() {
    Channel leaders = channel("leaders", new Wish(Set.of(), Set.of(), Set.of(), true));
    Channel desk = escalating(Duration.ofMinutes(30), "leaders");
    raise("a", "warning", START.minus(Duration.ofDays(9)));
    minutes(List.of(desk, leaders), START, 3);
    assertThat(told).isEmpty();
    alerts.put("a", with(alerts.get("a"), Standing.ESCALATED, false));
    minutes(List.of(desk, leaders), START.plus(Duration.ofMinutes(3)), 3);
    assertThat(told).containsExactly("00:03 leaders escalated a");
  }

  @Test
  void whatIsHeldIsTold_whenItsAlertIsNotAmongThoseAnyMore() {
    Channel channel = quiet(new QuietPeriod(LocalTime.of(10, 0), LocalTime.of(11, 0)));
    raise("a", "warning", START);
    minutes(List.of(channel), START, 1);
    alerts.clear();
    minutes(List.of(channel), START.plus(Duration.ofMinutes(1)), 60);
    assertThat(told).containsExactly("01:00 desk raised a");
  }

  @Test
  void whatIsHeldIsKnownByItsPage_whenItsEpisodeBeganEarlierThanThought() {
    Channel channel = quiet(new QuietPeriod(LocalTime.of(10, 0), LocalTime.of(11, 0)));
    raise("a", "warning", START);
    minutes(List.of(channel), START, 1);
    Instant earlier = START.minus(Duration.ofMinutes(10));
    alerts.put(
        "a",
        with(
            alerts.get("a"),
            List.of(new Episode(earlier, Optional.of(START.plus(Duration.ofMinutes(5)))))));
    minutes(List.of(channel), START.plus(Duration.ofMinutes(10)), 60);
    assertThat(told).isEmpty();
  }

  @Test
  void theEndIsTold_howeverOldTheAlertIsAndHoweverMildItBecame() {
    Wish alarms = new Wish(Set.of("alarm"), Set.of(), Set.of(), false);
    List<Channel> channels = List.of(channel("desk", alarms));
    raise("a", "alarm", START);
    raise("b", "warning", START);
    minutes(channels, START, 1);
    Instant later = START.plus(Duration.ofDays(5));
    end("a", later);
    end("b", later);
    alerts.put("a", withSeverity(alerts.get("a"), "notice", START));
    minutes(channels, later, 2);
    assertThat(told).containsExactly("00:00 desk raised a", "00:00 desk cleared a");
  }

  @Test
  void whatBecomesWorseIsTold_howeverOldItIs_once() {
    Wish alarms = new Wish(Set.of("alarm"), Set.of(), Set.of(), false);
    List<Channel> channels = List.of(channel("desk", alarms), channel("all"));
    raise("a", "warning", START);
    minutes(channels, START, 1);
    Instant later = START.plus(Duration.ofDays(5));
    alerts.put("a", withSeverity(alerts.get("a"), "alarm", later));
    minutes(channels, later, 5);
    assertThat(told).containsExactly("00:00 all raised a", "00:00 desk raised a");
  }

  @Test
  void handingUpCountsFromWhenTheChannelBelowWasTold() {
    Channel leaders = channel("leaders", new Wish(Set.of(), Set.of(), Set.of(), true));
    Wish all = new Wish(Set.of(), Set.of(), Set.of(), false);
    Channel desk =
        channel(
            "desk",
            all,
            List.of(new QuietPeriod(LocalTime.of(9, 0), LocalTime.of(10, 40))),
            Duration.ZERO,
            Optional.of(new Escalation(Duration.ofMinutes(30), "leaders")));
    raise("a", "warning", START);
    raise("b", "warning", START);
    minutes(List.of(desk, leaders), START, 120);
    assertThat(told)
        .containsExactly(
            "00:40 desk digest a b", "01:10 leaders escalated a", "01:10 leaders escalated b");
  }

  @Test
  void whatTheChannelBelowHasNotGotIsNotHandedUpByTime() {
    Channel leaders = channel("leaders", new Wish(Set.of(), Set.of(), Set.of(), true));
    Channel desk = escalating(Duration.ofMinutes(30), "leaders");
    raise("a", "warning", START);
    Instant late = START.plus(Duration.ofMinutes(90));
    NotifyPolicy policy = policy(List.of(desk, leaders));
    List<Delivery> waiting = policy.plan(START, START, alerts.values(), List.of());
    assertThat(policy.plan(late, late, alerts.values(), waiting)).isEmpty();
    List<Delivery> got =
        waiting.stream().map(one -> one.tried(State.DELIVERED, "HTTP 200", START)).toList();
    assertThat(policy.plan(late, late, alerts.values(), got))
        .extracting(Delivery::occasion)
        .containsExactly(Occasion.ESCALATED);
  }

  @Test
  void deliveriesAreTimedByTheCitysClock() {
    Instant real = Instant.parse("2026-11-22T00:00:00Z");
    Channel desk = escalating(Duration.ofMinutes(30), "leaders");
    raise("a", "warning", START);
    List<Delivery> got =
        policy(List.of(desk)).plan(START, real, alerts.values(), List.of()).stream()
            .map(one -> one.tried(State.DELIVERED, "HTTP 200", real.plusSeconds(1)))
            .toList();
    Told told =
        new Told(
            Map.of(got.get(0).id(), got.get(0)),
            START.plus(Duration.ofMinutes(10)),
            real.plusSeconds(10),
            60);
    assertThat(told.at(got.get(0).id())).contains(START.plus(Duration.ofMinutes(1)));
  }

  @Test
  void theSameInputGivesTheSameRows() {
    for (int i = 0; i < 20; i++) {
      raise("a" + i, "warning", START);
    }
    NotifyPolicy policy = policy(List.of(channel("desk")));
    assertThat(policy.plan(START, START, alerts.values(), log.values()))
        .isEqualTo(policy.plan(START, START, alerts.values(), log.values()));
  }

  private void minutes(List<Channel> channels, Instant from, int minutes) {
    NotifyPolicy policy = policy(channels);
    for (int minute = 0; minute < minutes; minute++) {
      Instant now = from.plus(Duration.ofMinutes(minute));
      List<Situation> begun =
          alerts.values().stream().filter(one -> !one.episode().start().isAfter(now)).toList();
      for (Delivery row : policy.plan(now, now, begun, log.values())) {
        Delivery kept = row;
        if (row.state() == State.WAITING) {
          told.add(line(now, row));
          kept = row.tried(State.DELIVERED, "ok", now);
        }
        log.put(kept.id(), kept);
      }
    }
  }

  private static String line(Instant now, Delivery row) {
    return LocalTime.MIDNIGHT.plus(Duration.between(START, now))
        + " "
        + row.channel()
        + " "
        + row.occasion().wireName()
        + " "
        + String.join(" ", row.pages());
  }

  private static NotifyPolicy policy(List<Channel> channels) {
    return new NotifyPolicy(channels, ZONE, Duration.ofHours(24), 1);
  }

  private void raise(String key, String severity, Instant at) {
    alerts.put(key, situation(key, severity, "A02", Set.of("west"), at));
  }

  private void end(String key, Instant at) {
    Situation alert = alerts.get(key);
    alerts.put(key, with(alert, List.of(new Episode(alert.episode().start(), Optional.of(at)))));
  }

  private static Situation flapping(List<Episode> episodes) {
    return with(situation("a", "warning", "A02", Set.of(), START), episodes);
  }

  private static Situation situation(
      String key, String severity, String rule, Set<String> areas, Instant start) {
    return new Situation(
        key,
        key,
        rule,
        severity,
        areas,
        Standing.NEW,
        false,
        List.of(new Episode(start, Optional.empty())),
        start);
  }

  private static Situation with(Situation one, Standing standing, boolean paused) {
    return new Situation(
        one.key(),
        one.page(),
        one.rule(),
        one.severity(),
        one.areas(),
        standing,
        paused,
        one.episodes(),
        one.worseSince());
  }

  private static Situation with(Situation one, List<Episode> episodes) {
    return new Situation(
        one.key(),
        one.page(),
        one.rule(),
        one.severity(),
        one.areas(),
        one.standing(),
        one.paused(),
        episodes,
        episodes.get(episodes.size() - 1).start());
  }

  private static Situation withSeverity(Situation one, String severity, Instant since) {
    return new Situation(
        one.key(),
        one.page(),
        one.rule(),
        severity,
        one.areas(),
        one.standing(),
        one.paused(),
        one.episodes(),
        since);
  }

  private static Channel channel(String name) {
    return channel(name, new Wish(Set.of(), Set.of(), Set.of(), false));
  }

  private static Channel channel(String name, Wish wish) {
    return channel(name, wish, List.of(), Duration.ZERO, Optional.empty());
  }

  private static Channel quiet(QuietPeriod... periods) {
    Wish all = new Wish(Set.of(), Set.of(), Set.of(), false);
    return channel("desk", all, List.of(periods), Duration.ZERO, Optional.empty());
  }

  private static Channel digest(Duration interval) {
    Wish all = new Wish(Set.of(), Set.of(), Set.of(), false);
    return channel("desk", all, List.of(), interval, Optional.empty());
  }

  private static Channel escalating(Duration after, String to) {
    Wish all = new Wish(Set.of(), Set.of(), Set.of(), false);
    return channel("desk", all, List.of(), Duration.ZERO, Optional.of(new Escalation(after, to)));
  }

  private static Channel channel(
      String name,
      Wish wish,
      List<QuietPeriod> quiet,
      Duration digest,
      Optional<Escalation> escalation) {
    return new Channel(
        name,
        wish,
        quiet,
        true,
        digest,
        true,
        new Flapping(3, Duration.ofMinutes(60)),
        escalation,
        Set.of(),
        new Receiver.Webhook(URI.create("http://127.0.0.1:1/"), Optional.empty()));
  }
}
