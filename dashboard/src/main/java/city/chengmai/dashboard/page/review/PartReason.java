package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.datasets.clickhouse.Health;

/** Why a part is not up, in the reader's language. */
public final class PartReason {

  private final IngestReason reason;

  private PartReason(IngestReason reason) {
    this.reason = reason;
  }

  /** The reason that a health gives; empty words when it is up. */
  public static PartReason of(Health health) {
    return new PartReason(new IngestReason(health.code(), health.arguments(), health.reason()));
  }

  /** In the reader's language; the English sentence itself when there are no words for it. */
  public String words(Figures figures) {
    return reason.words(figures);
  }

  /** What may stand beside the words in small print; empty when it stands in their place. */
  public String smallPrint(Figures figures) {
    return reason.smallPrint(figures);
  }
}
