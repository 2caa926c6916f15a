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

  /** Computes the days of the run; returns the number of rows written. */
  long run(RunContext run);
}
