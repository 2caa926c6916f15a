package city.chengmai.dashboard.page.desk;

/** How a run ended. */
sealed interface DeskOutcome {

  /**
   * It returned rows.
   *
   * @param table the rows, cut at the limit
   */
  record Finished(ResultTable table) implements DeskOutcome {}

  /**
   * It was refused, cut off or stopped.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements DeskOutcome {}
}
