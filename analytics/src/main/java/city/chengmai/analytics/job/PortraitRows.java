package city.chengmai.analytics.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the portraits of some days.
 *
 * @param portraits rows of {@code portraits}
 * @param contributions rows of {@code portrait_contributions}
 * @param standings rows of {@code indicator_standings}
 */
record PortraitRows(
    List<PortraitRow> portraits, List<ContributionRow> contributions, List<StandingRow> standings)
    implements Serializable {

  /** No rows yet. */
  static PortraitRows empty() {
    return new PortraitRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Adds the rows of another day. */
  void add(PortraitRows other) {
    portraits.addAll(other.portraits);
    contributions.addAll(other.contributions);
    standings.addAll(other.standings);
  }
}
