package city.chengmai.dashboard.library;

import java.time.Instant;

/**
 * One run of a scheduled statement (执行记录).
 *
 * @param dueAt real time at which it was to run
 * @param number of the schedule
 * @param startedAt real time
 * @param milliseconds it took
 */
public record StatementRun(
    String queryId,
    Instant dueAt,
    int number,
    int queryEdition,
    Instant startedAt,
    long milliseconds,
    StatementRunner.Result result,
    RunVerdict verdict) {}
