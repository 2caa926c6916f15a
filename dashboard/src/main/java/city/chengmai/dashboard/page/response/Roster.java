package city.chengmai.dashboard.page.response;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.ResponseQueries.LoadRow;
import city.chengmai.dashboard.query.ResponseQueries.RosterRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The duty roster (值班表) of grids beside their load: matters of the time, cases and orders, and open
 * cases for each member of staff. A grid that has no post, or a post that does not say how many it
 * has, gets no quotient.
 */
final class Roster {

  /** Turns of duty below which no share of presence is told. */
  private static final int SMALLEST = 5;

  private static final LoadRow IDLE = new LoadRow("", 0, 0, 0, 0, 0, 0);
  private static final RosterRow UNMANNED = new RosterRow("", 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * A quotient in words.
   *
   * @param of both counts; empty without a value
   */
  public record Quotient(String text, String of) {}

  /** A grid, or all of them. */
  public record Line(
      String gridId,
      String grid,
      String posts,
      String staff,
      String shifts,
      Quotient presence,
      Quotient matters,
      Quotient open) {}

  private record Both(String grid, RosterRow roster, LoadRow load) {

    boolean known() {
      return roster.staff() > 0 && roster.untold() == 0;
    }

    double perHead() {
      return known() ? (double) (load.cases() + load.orders()) / roster.staff() : -1;
    }
  }

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  Roster(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /**
   * Grids with posts, turns or matters, those with most matters a head first; unknown ones last.
   */
  List<Line> lines(List<RosterRow> rosters, List<LoadRow> loads) {
    return both(rosters, loads).stream()
        .sorted(Comparator.comparingDouble(Both::perHead).reversed().thenComparing(Both::grid))
        .map(one -> line(one, city.areaName(one.grid(), messages.language())))
        .toList();
  }

  /** All grids whose staff is known together, so that no matter is shared among nobody. */
  Line all(List<RosterRow> rosters, List<LoadRow> loads) {
    List<Both> known = both(rosters, loads).stream().filter(Both::known).toList();
    RosterRow roster = known.stream().map(Both::roster).reduce(UNMANNED, Roster::sum);
    LoadRow load = known.stream().map(Both::load).reduce(IDLE, Roster::sum);
    return line(new Both("", roster, load), messages.text("response.known-grids", known.size()));
  }

  private List<Both> both(List<RosterRow> rosters, List<LoadRow> loads) {
    Map<String, RosterRow> posts = byGrid(rosters, RosterRow::grid);
    Map<String, LoadRow> work = byGrid(loads, LoadRow::grid);
    TreeSet<String> grids = new TreeSet<>(posts.keySet());
    grids.addAll(work.keySet());
    List<Both> both = new ArrayList<>();
    for (String grid : grids) {
      if (city.area(grid).filter(CityModel::isBaseGrid).isPresent()) {
        both.add(new Both(grid, posts.getOrDefault(grid, UNMANNED), work.getOrDefault(grid, IDLE)));
      }
    }
    return both;
  }

  private static <T> Map<String, T> byGrid(List<T> rows, Function<T, String> grid) {
    return rows.stream().collect(Collectors.toMap(grid, Function.identity()));
  }

  private static RosterRow sum(RosterRow one, RosterRow two) {
    return new RosterRow(
        "",
        one.posts() + two.posts(),
        one.untold() + two.untold(),
        one.staff() + two.staff(),
        one.day() + two.day(),
        one.evening() + two.evening(),
        one.night() + two.night(),
        one.shifts() + two.shifts(),
        one.present() + two.present(),
        one.calledUp() + two.calledUp());
  }

  private static LoadRow sum(LoadRow one, LoadRow two) {
    return new LoadRow(
        "",
        one.cases() + two.cases(),
        one.open() + two.open(),
        one.orders() + two.orders(),
        one.rounds() + two.rounds(),
        one.visits() + two.visits(),
        one.actions() + two.actions());
  }

  private Line line(Both one, String name) {
    RosterRow roster = one.roster();
    return new Line(
        one.grid(),
        name,
        roster.posts() == 0 ? messages.text("state.no-data") : figures.count(roster.posts()),
        staff(roster),
        figures.count(roster.shifts()),
        presence(roster),
        perHead(one, one.load().cases() + one.load().orders()),
        perHead(one, one.load().open()));
  }

  private String staff(RosterRow roster) {
    if (roster.posts() == roster.untold()) {
      return messages.text("state.no-data");
    }
    String told =
        messages.text(
            "response.staff-by-shift",
            figures.count(roster.staff()),
            figures.count(roster.day()),
            figures.count(roster.evening()),
            figures.count(roster.night()));
    return roster.untold() == 0
        ? told
        : told + " · " + messages.text("response.untold-posts", figures.count(roster.untold()));
  }

  private Quotient presence(RosterRow roster) {
    String of = figures.count(roster.present()) + " / " + figures.count(roster.calledUp());
    if (roster.calledUp() == 0) {
      return new Quotient(messages.text("state.no-data"), "");
    }
    return roster.shifts() < SMALLEST
        ? new Quotient(messages.text("state.insufficient"), of)
        : new Quotient(figures.percent((double) roster.present() / roster.calledUp()), of);
  }

  private Quotient perHead(Both one, long matters) {
    return one.known()
        ? new Quotient(
            figures.number((double) matters / one.roster().staff(), 1),
            figures.count(matters) + " / " + figures.count(one.roster().staff()))
        : new Quotient(messages.text("state.no-data"), "");
  }
}
