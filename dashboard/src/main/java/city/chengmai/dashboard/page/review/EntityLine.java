package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.BehindQueries.EntityRow;

/**
 * Something other than a case or an order in a list.
 *
 * @param about name of what it belongs to, or a dash
 * @param path where that has its page; empty when it has none
 */
public record EntityLine(
    String id, String what, String about, String path, String at, String due, String state) {

  static EntityLine of(EntityRow row, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    String name = row.aboutName().isEmpty() ? row.aboutId() : row.aboutName();
    return new EntityLine(
        row.id(),
        what(row, city, messages),
        name.isEmpty() ? Figures.NONE : name,
        path(row),
        figures.fullMoment(row.at()),
        figures.fullMoment(row.due()),
        state(row, figures));
  }

  private static String state(EntityRow row, Figures figures) {
    String key = "behind.state." + row.state();
    return figures.messages().has(key)
        ? figures.messages().text(key, figures.number(row.weight(), 0))
        : row.state();
  }

  private static String what(EntityRow row, CityModel city, Messages messages) {
    String what = row.what();
    return switch (row.whatKind()) {
      case "category" -> city.categoryName(what, messages.language());
      case "feed" -> city.feedName(what, messages.language());
      case "field" -> messages.textOr("file.field." + what, what);
      case "device" -> messages.textOr("device-kind." + what, what);
      case "word" -> messages.textOr("behind.what." + what, what);
      default -> what;
    };
  }

  private static String path(EntityRow row) {
    String segment = PathSegment.of(row.aboutId());
    return switch (row.aboutKind()) {
      case "case" -> "/case/" + segment;
      case "enterprise" -> "/files/enterprises/" + segment;
      case "building" -> "/files/buildings/" + segment;
      default -> "";
    };
  }
}
