package city.chengmai.analytics.job;

/** One job: reads tables, computes, writes rows. Running it again overwrites what it wrote. */
interface Job {

  /** Name in {@code job_runs} and in progress lines. */
  String name();

  /**
   * Whether it computes from trailing readings alone: then it is asked for the days since the first
   * reading that changed.
   */
  default boolean derived() {
    return false;
  }

  /** Whether no other job needs its results, so that its failure does not end the run. */
  default boolean standsAlone() {
    return false;
  }

  /** What is to be known about its last run beside the number of rows; empty when nothing. */
  default String remark() {
    return "";
  }

  /** Computes the days of the run; returns the number of rows written. */
  long run(RunContext run);
}
