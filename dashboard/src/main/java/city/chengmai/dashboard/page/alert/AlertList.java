package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.Search;
import city.chengmai.dashboard.query.AlertQueries.StandingCountRow;
import city.chengmai.datasets.rule.AlertRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of alerts: open, handled or all, filtered and cut into pages. */
final class AlertList {

  static final int PAGE = 50;

  private static final int LAST_PAGE = 10_000;
  static final List<String> VIEWS = List.of("open", "handled", "all");
  static final List<String> SEVERITIES = List.of("alarm", "warning", "notice");
  private static final AlertRules RULES = AlertRules.bundled();

  /**
   * What a visitor asked for; what does not fit counts as not said.
   *
   * @param page from 1
   */
  record Wish(Search search, int page) {

    static Wish of(Map<String, String> parameters) {
      String view = parameters.getOrDefault("view", "");
      String severity = parameters.getOrDefault("severity", "");
      String standing = parameters.getOrDefault("standing", "");
      String page = parameters.getOrDefault("page", "");
      return new Wish(
          new Search(
              VIEWS.contains(view) ? view : VIEWS.get(0),
              parameters.getOrDefault("rule", ""),
              parameters.getOrDefault("area", ""),
              SEVERITIES.contains(severity) ? severity : "",
              Standing.of(standing).map(Standing::wireName).orElse(""),
              List.of()),
          page.matches("[1-9][0-9]{0,4}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 1);
    }

    /** The same for a visitor who is held to areas. */
    Wish heldTo(Optional<Set<String>> areas) {
      return areas.map(held -> new Wish(search.within(held), page)).orElse(this);
    }

    int offset() {
      return (page - 1) * PAGE;
    }

    String address(String view, int otherPage) {
      StringBuilder address = new StringBuilder("/alerts?view=" + view);
      append(address, "rule", search.rule());
      append(address, "area", search.area());
      append(address, "severity", search.severity());
      append(address, "standing", search.standing());
      append(address, "page", otherPage > 1 ? String.valueOf(otherPage) : "");
      return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
      if (!value.isEmpty()) {
        address.append('&').append(name).append('=');
        address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  /** Something to choose. */
  public record Choice(String key, String name, boolean chosen) {}

  /** One of the three views. */
  public record View(String name, String path, boolean chosen) {}

  private final AlertQueries alerts;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final Instant now;

  AlertList(AlertQueries alerts, CityModel city, Figures figures, Instant now) {
    this.alerts = alerts;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.now = now;
  }

  Map<String, Object> model(Wish wish) {
    List<AlertRow> rows = alerts.search(now, wish.search(), PAGE, wish.offset());
    long total = rows.stream().findFirst().map(AlertRow::total).orElse(0L);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("view", wish.search().view());
    model.put("views", views(wish));
    model.put("items", rows.stream().map(row -> AlertItem.of(row, city, figures, now)).toList());
    model.put("total", figures.count(total));
    boolean counted = wish.search().view().equals("open") && !wish.search().scoped();
    model.put("hidden", counted ? hidden(alerts.counts(now)) : "");
    model.put("rules", rules(wish.search().rule()));
    model.put("areas", areas(wish.search().area()));
    model.put("severities", choices("severity.", SEVERITIES, wish.search().severity()));
    model.put(
        "standings",
        choices(
            "standing.",
            Arrays.stream(Standing.values()).map(Standing::wireName).toList(),
            wish.search().standing()));
    paging(model, wish, total);
    return model;
  }

  /** How many alerts that the machine still holds for open are not in the list, by standing. */
  private String hidden(List<StandingCountRow> counts) {
    List<String> parts = new ArrayList<>();
    for (StandingCountRow count : counts) {
      boolean shown = Standing.of(count.standing()).map(Standing::isShown).orElse(true);
      if (!shown) {
        parts.add(
            messages.text("standing." + count.standing()) + " " + figures.count(count.alerts()));
      }
    }
    return String.join(messages.text("file.list-between"), parts);
  }

  private List<View> views(Wish wish) {
    return VIEWS.stream()
        .map(
            view ->
                new View(
                    messages.text("alerts.view." + view),
                    wish.address(view, 1),
                    view.equals(wish.search().view())))
        .toList();
  }

  private List<Choice> rules(String chosen) {
    return RULES.rules().stream()
        .map(
            rule ->
                new Choice(
                    rule.id(),
                    rule.id() + " " + LocalText.of(rule.name(), messages.language()),
                    rule.id().equals(chosen)))
        .toList();
  }

  private List<Choice> areas(String chosen) {
    return city.areas().stream()
        .map(
            area ->
                new Choice(
                    area.areaId(),
                    city.areaName(area.areaId(), messages.language()),
                    area.areaId().equals(chosen)))
        .toList();
  }

  private List<Choice> choices(String prefix, List<String> keys, String chosen) {
    return keys.stream()
        .map(key -> new Choice(key, messages.text(prefix + key), key.equals(chosen)))
        .toList();
  }

  private void paging(Map<String, Object> model, Wish wish, long total) {
    long last = Math.max(1, (total + PAGE - 1) / PAGE);
    String view = wish.search().view();
    model.put(
        "paging", messages.text("files.page", figures.count(wish.page()), figures.count(last)));
    model.put("paged", last > 1 || wish.page() > 1);
    model.put("before", wish.page() > 1 ? wish.address(view, wish.page() - 1) : "");
    model.put("after", wish.page() < last ? wish.address(view, wish.page() + 1) : "");
  }
}
