package city.chengmai.analytics.job;

import java.io.Serializable;
import java.util.List;

/**
 * The rows of one day's portraits.
 *
 * @param portraits rows of {@code portraits}
 * @param contributions rows of {@code portrait_contributions}
 * @param standings rows of {@code indicator_standings}
 */
record PortraitRows(
    List<PortraitRow> portraits, List<ContributionRow> contributions, List<StandingRow> standings)
    implements Serializable {}
