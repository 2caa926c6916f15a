package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.access.Visitor;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.AccessQueries.AuditRow;
import city.chengmai.dashboard.query.AccessQueries.AuditSearch;
import city.chengmai.dashboard.query.AccessQueries.UsageRow;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.Table;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log (审计日志), latest first, filtered and cut into pages. Days are the city's. */
public final class AuditRoutes implements RouteGroup {

  /** An entry. */
  public record Line(
      String at,
      String account,
      String role,
      String address,
      String kind,
      boolean refused,
      String target,
      String detail) {}

  /** Who used a table. */
  public record Usage(String table, String role, String statements, String accounts, String last) {}

  /** Something to choose. */
  public record Choice(String key, String name, boolean chosen) {}

  private static final Logger LOG = LoggerFactory.getLogger(AuditRoutes.class);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int PAGE = 50;
  private static final int DAYS = 30;
  private static final List<String> OUTCOMES = List.of("done", "refused");

  private static final List<String> TABLES =
      Arrays.stream(Table.values()).map(Table::tableName).toList();

  /** What a visitor asked for. */
  private record Wish(AuditSearch search, LocalDate first, LocalDate last, int page) {}

  private final Pages pages;
  private final AccessQueries queries;
  private final AccessQueries usage;
  private final InstantSource clock;

  /**
   * Routes over these queries.
   *
   * @param usage asked for who used what, which may take longer
   * @param clock real time
   */
  public AuditRoutes(Pages pages, AccessQueries queries, AccessQueries usage, InstantSource clock) {
    this.pages = requireNonNull(pages, "pages");
    this.queries = requireNonNull(queries, "queries");
    this.usage = requireNonNull(usage, "usage");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void mount(Router router) {
    router.get("/audit").handler(this::show);
  }

  private void show(RoutingContext context) {
    ZoneId zone = pages.city().zone();
    Figures figures = new Figures(RequestLanguage.of(context), zone);
    Wish wish = wish(context.queryParams(), zone);
    Visitor visitor = Visit.of(context).visitor();
    pages.show(context, "audit", () -> model(wish, visitor, figures));
  }

  private Wish wish(MultiMap given, ZoneId zone) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    LocalDate last = day(given.get("to")).orElse(today);
    LocalDate first = day(given.get("from")).orElse(last.minusDays(DAYS));
    String page = text(given, "page");
    String kind = text(given, "kind");
    String outcome = text(given, "outcome");
    return new Wish(
        new AuditSearch(
            text(given, "account"),
            kinds().contains(kind) ? kind : "",
            OUTCOMES.contains(outcome) ? outcome : "",
            text(given, "word"),
            first.atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant()),
        first,
        last,
        page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
  }

  private Map<String, Object> model(Wish wish, Visitor visitor, Figures figures) {
    ZoneId zone = pages.city().zone();
    AuditSearch search = wish.search();
    List<AuditRow> rows = queries.audit(search, PAGE + 1, (wish.page() - 1L) * PAGE);
    Messages messages = figures.messages();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("lines", rows.stream().limit(PAGE).map(row -> line(row, zone, figures)).toList());
    model.put("account", search.account());
    model.put("word", search.word());
    model.put("from", wish.first().toString());
    model.put("to", wish.last().toString());
    model.put("kinds", choices("audit.kind.", kinds(), search.kind(), messages));
    model.put("outcomes", choices("audit.outcome.", OUTCOMES, search.outcome(), messages));
    model.put("before", wish.page() > 1 ? address(wish, wish.page() - 1) : "");
    model.put("after", rows.size() > PAGE ? address(wish, wish.page() + 1) : "");
    model.put("page", figures.count(wish.page()));
    boolean first = wish.page() == 1;
    Optional<List<UsageRow>> used =
        first ? told(() -> usage.usage(TABLES, search.from(), search.to())) : Optional.empty();
    model.put("usageShown", first);
    model.put("poolOpens", RouteTable.opens(visitor, "/pool"));
    model.put("usageTold", used.isPresent());
    model.put(
        "usage", used.orElse(List.of()).stream().map(row -> usage(row, zone, figures)).toList());
    return model;
  }

  /** What a card shows; empty where the store gave up or refused: the page goes on without it. */
  static Optional<List<UsageRow>> told(Supplier<List<UsageRow>> question) {
    try {
      return Optional.of(question.get());
    } catch (StoreException e) {
      LOG.warn("who used which table could not be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Usage usage(UsageRow row, ZoneId zone, Figures figures) {
    return new Usage(
        row.used(),
        figures.messages().textOr("role." + row.role(), row.role()),
        figures.count(row.statements()),
        figures.count(row.accounts()),
        SECOND.format(row.lastAt().atZone(zone)));
  }

  private static Line line(AuditRow row, ZoneId zone, Figures figures) {
    Messages messages = figures.messages();
    return new Line(
        SECOND.format(row.happenedAt().atZone(zone)),
        row.account(),
        messages.textOr("role." + row.role(), row.role()),
        row.address(),
        messages.textOr("audit.kind." + row.kind(), row.kind()),
        row.outcome().equals("refused"),
        row.target(),
        row.detail());
  }

  private static String address(Wish wish, int page) {
    AuditSearch search = wish.search();
    StringBuilder address = new StringBuilder("/audit?from=" + wish.first() + "&to=" + wish.last());
    append(address, "account", search.account());
    append(address, "kind", search.kind());
    append(address, "outcome", search.outcome());
    append(address, "word", search.word());
    append(address, "page", String.valueOf(page));
    return address.toString();
  }

  private static void append(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append('&').append(name).append('=');
      address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static List<Choice> choices(
      String prefix, List<String> keys, String chosen, Messages messages) {
    return keys.stream()
        .map(key -> new Choice(key, messages.text(prefix + key), key.equals(chosen)))
        .toList();
  }

  private static List<String> kinds() {
    return Arrays.stream(AuditKind.values()).map(AuditKind::wireName).toList();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.ofNullable(text).filter(given -> !given.isBlank()).map(LocalDate::parse);
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static String text(MultiMap given, String name) {
    return Optional.ofNullable(given.get(name)).orElse("").strip();
  }
}
