/**
 * The analysts' SQL desk (查询工作台): one statement at a time, read only, with limits stated
 * beforehand.
 *
 * <p>The database is the guard: statements run as the analyst user, whose profile and grants refuse
 * writes, files, addresses and settings. This package adds comfort: it names the limit or right
 * that stopped a statement, shows progress, stops what nobody waits for, and picks a chart.
 *
 * <pre>
 *   POST   /desk/runs            start    → { id }        the id is made here and is the query_id
 *   GET    /desk/runs/ID         look     → state, progress, result; looking keeps it alive
 *   DELETE /desk/runs/ID         stop     → KILL QUERY, polled until it is gone; one that waits never begins
 *   GET    /desk/runs/ID/chart   quick chart of the result
 *   POST   /desk/export          the statement once more, streamed as CSV, Excel or Parquet
 * </pre>
 */
package city.chengmai.dashboard.page.desk;
