package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.StoreException;

/** Says why the store refused a person's statement, for pages outside the desk. */
public final class StatementFault {

  private StatementFault() {}

  /**
   * What is wrong, where, and the server's own words.
   *
   * @param seconds that the statement was allowed
   */
  public static String sentence(StoreException fault, int seconds, Messages messages) {
    Refusal refusal = Refusal.from(fault);
    StringBuilder said = new StringBuilder();
    said.append(new RunAnswer(messages).sentence(refusal, new DeskLimits(1, seconds)));
    if (refusal.line() > 0) {
      said.append(' ').append(messages.text("desk.place", refusal.line(), refusal.column()));
    }
    if (!refusal.detail().isEmpty()) {
      said.append(' ').append(refusal.detail());
    }
    return said.toString();
  }
}
