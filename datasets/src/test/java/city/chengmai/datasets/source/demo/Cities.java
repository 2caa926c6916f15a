package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.Consumer;

/** Demo cities that tests share. Their 120 days take in the week of National Day 2026. */
final class Cities {

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 26);
  static final DemoOptions OPTIONS =
      new DemoOptions(DemoOptions.DEFAULT_SEED, FIRST_DAY, HolidayCalendars.named("china"));
  static final Xingqiao XINGQIAO = new Xingqiao(OPTIONS);
  static final City CITY = DemoCity.create(OPTIONS);

  private Cities() {}

  /** Every event of the first days, in the order of the feed. */
  static void forEachEvent(City city, int days, Consumer<Event> taker) {
    Instant end = city.firstDay().plusDays(days).atStartOfDay(city.zone()).toInstant();
    Iterator<FeedRecord> feed = city.feed().from(0);
    Event event = feed.next().events().get(0);
    while (event.time().isBefore(end)) {
      taker.accept(event);
      event = feed.next().events().get(0);
    }
  }
}
