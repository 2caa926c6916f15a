package city.chengmai.dashboard.page.classes;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.ClassQueries.ClassRow;
import city.chengmai.dashboard.query.ClassQueries.FixRow;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A class as it is shown.
 *
 * @param kind place or theme
 * @param about words of a theme, address of a place
 * @param byWeek matters of each week, the latest last
 * @param fixes what was done about it
 */
public record ClassView(
    String id,
    String kind,
    String kindName,
    String category,
    String about,
    String grid,
    String gridId,
    String since,
    boolean standsNow,
    String again,
    String sentence,
    String byWeek,
    List<Evidence> evidence,
    String matters,
    List<String> fixes,
    String formId) {

  /** A case behind it. */
  public record Evidence(String id, String address) {}

  static ClassView of(ClassRow row, List<FixRow> fixes, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    return new ClassView(
        row.classId(),
        row.kind(),
        messages.text("classes.kind." + row.kind()),
        city.categoryName(row.category(), messages.language()),
        about(row, messages),
        city.areaName(row.grid(), messages.language()),
        row.grid(),
        figures.day(row.firstDay()),
        row.endedDay() == null,
        figures.count(row.again()),
        messages.text(
            "classes.say." + row.kind(),
            figures.count(row.matters()),
            figures.count(row.places()),
            figures.count(row.grids()),
            figures.count(row.again())),
        row.byWeek().stream().map(String::valueOf).collect(Collectors.joining(" · ")),
        row.evidence().stream().map(id -> new Evidence(id, "/case/" + PathSegment.of(id))).toList(),
        figures.count(row.matters()),
        fixes.stream()
            .filter(fix -> fix.classId().equals(row.classId()))
            .map(fix -> fix(fix, figures))
            .toList(),
        UUID.randomUUID().toString());
  }

  private static String about(ClassRow row, Messages messages) {
    if (row.kind().equals("theme")) {
      String others = String.join(" ", row.others());
      return messages.text("classes.words", row.word(), others);
    }
    return row.address();
  }

  private static String fix(FixRow row, Figures figures) {
    return figures
        .messages()
        .text("classes.fixed", figures.day(row.startedOn()), row.measure(), row.actor());
  }
}
