package city.chengmai.ingest.gateway.open311;

import city.chengmai.ingest.gateway.http.RequestRefused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests are asked for. The bounds are closed, as in the specification: {@code [from, to]}.
 *
 * @param ids these alone; overrides everything but the page
 * @param categories of these categories; empty for all
 * @param from earliest moment of the report
 * @param to latest moment of the report
 * @param open whether open ones are wanted
 * @param closed whether closed ones are wanted
 * @param offset how many to pass over
 * @param limit how many at most
 */
record RequestFilter(
    List<String> ids,
    List<String> categories,
    Instant from,
    Instant to,
    boolean open,
    boolean closed,
    long offset,
    int limit) {

  private static final int DAYS = 90;
  private static final int LARGEST_PAGE = 1_000;

  /** Beyond these there is no event, and a span added to a moment may have no end. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Set<String> STATUSES = Set.of("open", "closed");

  static RequestFilter of(Arguments arguments, Services services, Instant now, ZoneId zone) {
    Optional<Instant> start = moment(arguments, "start_date", zone);
    Optional<Instant> end = moment(arguments, "end_date", zone);
    Duration span = Duration.ofDays(DAYS);
    Instant to = end.orElseGet(() -> start.map(moment -> moment.plus(span)).orElse(now));
    Instant from = start.orElseGet(() -> to.minus(span));
    requireSpan(from, to);
    List<String> status = arguments.list("status");
    requireStatus(status);
    int limit = whole(arguments, "page_size", LARGEST_PAGE, LARGEST_PAGE);
    long page = whole(arguments, "page", 1, Integer.MAX_VALUE);
    return new RequestFilter(
        ids(arguments),
        arguments.list("service_code").stream().map(code -> services.require(code).id()).toList(),
        from,
        to,
        status.isEmpty() || status.contains("open"),
        status.isEmpty() || status.contains("closed"),
        (page - 1) * limit,
        limit);
  }

  /** The one request of this id. */
  static RequestFilter of(String id) {
    return new RequestFilter(
        List.of(id), List.of(), Instant.EPOCH, Instant.EPOCH, true, true, 0, 1);
  }

  private static List<String> ids(Arguments arguments) {
    List<String> ids = arguments.list("service_request_id");
    if (ids.size() > LARGEST_PAGE) {
      throw bad("more than " + LARGEST_PAGE + " service_request_id; ask for them in parts");
    }
    return ids;
  }

  private static Optional<Instant> moment(Arguments arguments, String name, ZoneId zone) {
    return arguments.text(name).map(text -> moment(name, text, zone));
  }

  // A plus sign that a client forgot to encode arrives as a space.
  private static Instant moment(String name, String text, ZoneId zone) {
    try {
      Instant moment =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
        return moment;
      }
    } catch (DateTimeException e) {
      throw noMoment(name, text);
    }
    throw noMoment(name, text);
  }

  private static RequestRefused noMoment(String name, String text) {
    return bad(
        name
            + " is \""
            + text
            + "\", expected a moment such as 2026-05-24T00:00:00Z, 1970 to 2199");
  }

  private static void requireSpan(Instant from, Instant to) {
    if (from.isAfter(to)) {
      throw bad("start_date lies after end_date");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(DAYS)) > 0) {
      throw bad("start_date and end_date span more than " + DAYS + " days; ask in parts");
    }
  }

  private static void requireStatus(List<String> given) {
    for (String status : given) {
      if (!STATUSES.contains(status)) {
        throw bad("status is \"" + status + "\", expected open or closed");
      }
    }
  }

  private static int whole(Arguments arguments, String name, int absent, int largest) {
    double value = arguments.number(name, 1, largest).orElse((double) absent);
    if (value != Math.rint(value)) {
      throw bad(name + " is no whole number");
    }
    return (int) value;
  }

  private static RequestRefused bad(String sentence) {
    return new RequestRefused(400, "bad-argument", sentence);
  }
}
