package city.chengmai.datasets.source;

import java.util.Iterator;

/**
 * A city's stream of events with a position, so that a replay can stop anywhere and go on there.
 * The same feed gives the same events at the same positions every time.
 */
public interface CityFeed {

  /** Changes whenever positions would mean other events: data, mapping, seed or start day. */
  String fingerprint();

  /** Source records in the feed, or 0 when it has no end. */
  long records();

  /**
   * The records from a position on, in feed order.
   *
   * @param position number of source records already taken; 0 for the beginning
   */
  Iterator<FeedRecord> from(long position);
}
