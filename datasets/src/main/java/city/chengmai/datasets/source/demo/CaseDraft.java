package city.chengmai.datasets.source.demo;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A matter as somebody notices it, before anybody handles it.
 *
 * @param id case id
 * @param grid base grid it lies in
 * @param category leaf
 * @param channel how it comes in
 * @param level how hard it is
 * @param spot where
 * @param toldAt when it is told
 * @param siteId construction site, empty when none
 * @param caller who calls the hotline
 * @param textSeed chooses the words
 */
record CaseDraft(
    String id,
    DemoGrid grid,
    DemoCategory category,
    Channel channel,
    Level level,
    Spot spot,
    LocalDateTime toldAt,
    String siteId,
    Optional<Person> caller,
    long textSeed) {

  /** Id of the hotline order behind it; empty unless it came by the hotline. */
  String orderId() {
    return channel == Channel.HOTLINE ? "H" + id : "";
  }
}
