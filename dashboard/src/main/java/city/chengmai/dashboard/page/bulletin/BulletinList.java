package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.bulletin.BulletinState;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.BulletinQueries.ListedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of bulletins, by kind and state. */
final class BulletinList {

  /** A bulletin in the list. */
  public record Item(
      String id,
      String title,
      String period,
      String state,
      String stateKey,
      String by,
      String asOf) {}

  /**
   * Something to choose.
   *
   * @param address where it leads
   */
  public record Choice(String name, String address, boolean chosen) {}

  private final BulletinQueries queries;
  private final Figures figures;
  private final Messages messages;

  BulletinList(BulletinQueries queries, Figures figures) {
    this.queries = queries;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** The page; a kind or state that is none counts as not said. */
  Map<String, Object> model(String wantedKind, String wantedState) {
    String kind = BulletinKind.of(wantedKind).map(BulletinKind::wireName).orElse("");
    String state = BulletinState.of(wantedState).map(BulletinState::wireName).orElse("");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "items", queries.list(kind, state).stream().flatMap(row -> item(row).stream()).toList());
    model.put("kinds", kinds(kind, state));
    model.put("states", states(kind, state));
    model.put(
        "reach",
        queries.reach().map(day -> messages.text("bulletin.reach", figures.day(day))).orElse(""));
    return model;
  }

  private List<Item> item(ListedRow row) {
    return Period.of(row.bulletinId())
        .map(
            period ->
                List.of(
                    new Item(
                        row.bulletinId(),
                        BulletinView.title(period, messages),
                        BulletinView.period(period, figures),
                        messages.text("bulletin.state." + row.state()),
                        row.state(),
                        BulletinView.actor(row.actor(), messages),
                        figures.fullMoment(row.dataAsOf()))))
        .orElse(List.of());
  }

  private List<Choice> kinds(String kind, String state) {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("bulletin.kind.all", "", state, kind.isEmpty()));
    Arrays.stream(BulletinKind.values())
        .map(BulletinKind::wireName)
        .forEach(one -> choices.add(choice("bulletin.kind." + one, one, state, one.equals(kind))));
    return choices;
  }

  private List<Choice> states(String kind, String state) {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("bulletin.state.all", kind, "", state.isEmpty()));
    Arrays.stream(BulletinState.values())
        .map(BulletinState::wireName)
        .forEach(one -> choices.add(choice("bulletin.state." + one, kind, one, one.equals(state))));
    return choices;
  }

  private Choice choice(String key, String kind, String state, boolean chosen) {
    return new Choice(messages.text(key), "/bulletins?kind=" + kind + "&state=" + state, chosen);
  }
}
