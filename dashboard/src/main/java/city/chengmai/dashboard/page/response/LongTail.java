package city.chengmai.dashboard.page.response;

import city.chengmai.dashboard.query.ResponseQueries.CategoryRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Small matters: the categories after the most frequent ones that make up four fifths of all cases.
 *
 * @param cases of all categories
 * @param head how many categories make up four fifths
 * @param tail the others, most frequent first
 */
record LongTail(long cases, int head, List<CategoryRow> tail) {

  private static final double HEAD = 0.8;

  /** Of categories with cases, most first. */
  static LongTail of(List<CategoryRow> rows) {
    long all = rows.stream().mapToLong(CategoryRow::cases).sum();
    List<CategoryRow> tail = new ArrayList<>();
    long before = 0;
    for (CategoryRow row : rows) {
      if (before >= HEAD * all) {
        tail.add(row);
      }
      before += row.cases();
    }
    return new LongTail(all, rows.size() - tail.size(), List.copyOf(tail));
  }

  /** Cases of the tail. */
  long tailCases() {
    return tail.stream().mapToLong(CategoryRow::cases).sum();
  }
}
