package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.MeasureQueries.ContactsRow;

/**
 * What visits (走访) brought up and what enterprises asked for (诉求). Each rate stands beside both its
 * counts; nothing of nothing is a word.
 *
 * @param issuesPer100 issues per 100 visits
 * @param issues issues and visits
 * @param onSpot issues answered there and then, of all, as a percentage
 * @param returned visits that people came back from (回头), of all, as a percentage
 * @param appealsPer100 appeals of enterprises per 100 visits to enterprises and shops
 * @param appeals appeals and contacts
 * @param solved appeals solved, of those raised, as a percentage
 * @param open appeals that nobody answered yet
 */
public record Contacts(
    String issuesPer100,
    String issues,
    String onSpot,
    String onSpotOf,
    String returned,
    String returnedOf,
    String appealsPer100,
    String appeals,
    String solved,
    String solvedOf,
    String open) {

  static Contacts of(ContactsRow row, Figures figures) {
    return new Contacts(
        perHundred(row.issues(), row.visits(), figures),
        fraction(row.issues(), row.visits(), figures),
        share(row.onSpot(), row.issues(), figures),
        fraction(row.onSpot(), row.issues(), figures),
        share(row.returned(), row.visits(), figures),
        fraction(row.returned(), row.visits(), figures),
        perHundred(row.appeals(), row.contacts(), figures),
        fraction(row.appeals(), row.contacts(), figures),
        row.appeals() == 0
            ? figures.messages().text("state.no-data")
            : figures.number(100.0 * row.solved() / row.appeals(), 2) + "%",
        fraction(row.solved(), row.appeals(), figures),
        figures.count(row.open()));
  }

  private static String perHundred(long part, long whole, Figures figures) {
    return whole == 0
        ? figures.messages().text("state.no-data")
        : figures.number(100.0 * part / whole, 1);
  }

  private static String share(long part, long whole, Figures figures) {
    return whole == 0
        ? figures.messages().text("state.no-data")
        : figures.percent((double) part / whole);
  }

  private static String fraction(long part, long whole, Figures figures) {
    return figures.count(part) + " / " + figures.count(whole);
  }
}
