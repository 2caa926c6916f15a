package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.CityOptions;
import city.chengmai.datasets.source.FeedRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFeedTest {

  /** When this changes on purpose, count up the generation in {@link DemoFeed}. */
  private static final String FIRST_THREE_DAYS =
      "9546d7b071967776d252b6cfd54c7ede8820abafab4cdf05cc923c40d7cc6a4f";

  /** The same without the families that were added in generation 2. */
  private static final String FIRST_FAMILIES =
      "5de9288aac6ac0545fbb0a5c3090e604574aff3af8859aeab943314f9aa35e17";

  private static final CityFeed FEED = Cities.CITY.feed();

  @Test
  void theFirstThreeDaysHaveTheseBytes() {
    assertThat(sha256(Cities.CITY, 3)).isEqualTo(FIRST_THREE_DAYS);
  }

  @Test
  void laterFamiliesLeaveTheFirstOnesAsTheyWere() {
    Set<EventFamily> first =
        Set.of(
            EventFamily.CASE,
            EventFamily.ORDER,
            EventFamily.PATROL,
            EventFamily.DEVICE,
            EventFamily.RECORD);
    String bytes =
        sha256(
            Cities.CITY,
            3,
            event -> first.contains(event.type().family()) && !isCalibration(event.type()));
    assertThat(bytes).isEqualTo(FIRST_FAMILIES);
  }

  private static boolean isCalibration(EventType type) {
    return type.family() == EventFamily.RECORD && type != EventType.RECORD_UPDATED;
  }

  @Test
  void equalOptionsGiveEqualBytesAndOthersDoNot() {
    DemoOptions otherSeed = new DemoOptions(1, Cities.FIRST_DAY, Cities.OPTIONS.holidays());
    String bytes = sha256(Cities.CITY, 2);
    assertThat(sha256(DemoCity.create(Cities.OPTIONS), 2)).isEqualTo(bytes);
    assertThat(sha256(DemoCity.create(otherSeed), 2)).isNotEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 444, 1_500, 1_501, 20_000})
  void theFeedGoesOnAtAnyPosition(long position) {
    Iterator<FeedRecord> whole = FEED.from(0);
    for (long i = 0; i < position; i++) {
      whole.next();
    }
    assertThat(take(FEED.from(position), 1_200)).isEqualTo(take(whole, 1_200));
  }

  @Test
  void positionsCountTheRecordsTaken() {
    assertThat(take(FEED.from(700), 2))
        .extracting(FeedRecord::position)
        .containsExactly(701L, 702L);
    assertThat(FEED.records()).isZero();
    assertThatThrownBy(() -> FEED.from(-1)).hasMessageContaining("position -1");
  }

  @Test
  void theFeedHasNoEnd() {
    FeedRecord late = FEED.from(900_000).next();
    LocalDate day = late.events().get(0).time().atZone(DemoOptions.ZONE).toLocalDate();
    assertThat(day).isAfter(Cities.FIRST_DAY.plusDays(500));
  }

  @Test
  void theFingerprintNamesSeedAndFirstDay() {
    DemoOptions later = DemoOptions.endingOn(LocalDate.of(2027, 1, 5), Cities.OPTIONS.holidays());
    assertThat(later.firstDay()).isEqualTo(LocalDate.of(2026, 9, 8));
    assertThat(DemoCity.create(later).feed().fingerprint()).isNotEqualTo(FEED.fingerprint());
  }

  @Test
  void theInstallationFindsItByItsName() {
    CityOptions today = CityOptions.at(Instant.parse("2026-11-22T02:00:00Z"));
    City demo = city.chengmai.datasets.source.Cities.load(DemoCity.NAME, today);
    assertThat(demo.firstDay()).isEqualTo(Cities.FIRST_DAY);
  }

  private static List<FeedRecord> take(Iterator<FeedRecord> records, int count) {
    List<FeedRecord> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(records.next());
    }
    return taken;
  }

  private static String sha256(City city, int days) {
    return sha256(city, days, event -> true);
  }

  private static String sha256(City city, int days, Predicate<Event> wanted) {
    MessageDigest digest = newDigest();
    Cities.forEachEvent(
        city,
        days,
        event -> {
          if (wanted.test(event)) {
            digest.update(EventCodec.encode(event));
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
