package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One answer of the list of alerts.
 *
 * @param rows newest first
 * @param total alerts of the whole list
 * @param at moment that the list is of
 * @param next what asks for the answer that follows; empty after the last
 */
record ListPage(List<AlertRow> rows, long total, Instant at, Optional<String> next) {

  /** Reads it. Blocking. */
  static ListPage read(AlertQueries alerts, ListWish wish) {
    ListCursor here = wish.after();
    List<AlertRow> rows = alerts.search(here.at(), wish.search(), wish.limit(), here.offset());
    long total =
        rows.isEmpty() && here.offset() > 0
            ? total(alerts.search(here.at(), wish.search(), 1, 0))
            : total(rows);
    ListCursor after = here.plus(rows.size());
    boolean more = !rows.isEmpty() && after.offset() < total;
    return new ListPage(
        rows,
        total,
        here.at(),
        more ? Optional.of(after.written(wish.search())) : Optional.empty());
  }

  private static long total(List<AlertRow> rows) {
    return rows.stream().findFirst().map(AlertRow::total).orElse(0L);
  }
}
