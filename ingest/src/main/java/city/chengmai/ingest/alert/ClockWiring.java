package city.chengmai.ingest.alert;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedDeclaration;
import city.chengmai.datasets.source.FeedRegistry;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What clocks know of their city.
 *
 * @param rules the rules with the city's numbers
 * @param holidays which days people work
 * @param zone the city's zone
 * @param feeds the feeds that it declares
 * @param rootArea area of what is in no grid
 * @param live whether the city goes on: feeds and devices of a recorded city are silent because it
 *     ended
 * @param written told the table of each row
 */
record ClockWiring(
    AlertRules rules,
    HolidayCalendar holidays,
    ZoneId zone,
    FeedRegistry feeds,
    String rootArea,
    boolean live,
    Consumer<FactTable> written) {

  ClockWiring {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(rootArea, "rootArea");
  }

  static ClockWiring of(City city, AlertRules rules, Consumer<FactTable> written) {
    return new ClockWiring(
        rules,
        city.holidays(),
        city.zone(),
        city.feeds(),
        city.areas().root().id(),
        city.lastDay().isEmpty(),
        written);
  }

  /** The feed that sends under this source, or the source when nobody declared one. */
  String feed(String source) {
    return feeds.ofSource(source).map(FeedDeclaration::id).orElse(source);
  }

  String area(Place place) {
    return place.grid().isEmpty() ? rootArea : place.grid();
  }

  Record<byte[], byte[]> record(Fact fact, long realMillis) {
    written.accept(fact.table());
    byte[] key = fact.entity().getBytes(StandardCharsets.UTF_8);
    Header[] headers = {FactHeaders.of(fact.table())};
    return new Record<>(key, fact.row(), realMillis, new RecordHeaders(headers));
  }
}
