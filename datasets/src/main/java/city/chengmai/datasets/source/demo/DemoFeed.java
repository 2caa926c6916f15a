package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.FeedRecord;
import java.util.Iterator;
import java.util.List;

/** The endless feed of the demo city; one event a record. */
final class DemoFeed implements CityFeed {

  /** Counts up whenever the same options begin to make other events. */
  private static final int GENERATION = 9;

  private final DemoOptions options;
  private final DayPlan plan;

  DemoFeed(Xingqiao xingqiao) {
    this.options = xingqiao.options();
    this.plan = new DayPlan(xingqiao);
  }

  @Override
  public String fingerprint() {
    return "demo-" + GENERATION + ":" + options.seed() + ":" + options.firstDay();
  }

  @Override
  public long records() {
    return 0;
  }

  @Override
  public Iterator<FeedRecord> from(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position + " is before the first event");
    }
    return new Events(new DayBook(plan, options.firstDay()), position);
  }

  /** Days are planned to be counted; only what is taken is sorted and written. */
  private static final class Events implements Iterator<FeedRecord> {

    private final DayBook book;
    private List<PlannedEvent> today;
    private int next;
    private long taken;

    Events(DayBook book, long position) {
      this.book = book;
      this.taken = position;
      long left = position;
      this.today = book.nextDay();
      while (left >= today.size()) {
        left -= today.size();
        today = book.nextDay();
      }
      DayBook.inOrder(today);
      this.next = (int) left;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public FeedRecord next() {
      while (next == today.size()) {
        today = DayBook.inOrder(book.nextDay());
        next = 0;
      }
      taken++;
      return new FeedRecord(taken, List.of(today.get(next++).event()), List.of());
    }
  }
}
