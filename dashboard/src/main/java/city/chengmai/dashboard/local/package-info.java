/**
 * The one-command run (本机一键运行): starts the packaged services as child processes in order, shows
 * each part's progress on a start-up page, restarts what dies, stops everything in reverse order.
 *
 * <pre>
 *   launcher ── ClickHouse (child JVM)
 *            ├─ ingest.jar broker
 *            ├─ ingest.jar run
 *            ├─ ingest.jar replay --wait, then --live
 *            └─ analytics.jar run --once, then --follow
 * </pre>
 *
 * A child holds the reading end of a pipe whose writing end only the launcher has: closing it is
 * the request to stop, and the kernel closes it when the launcher is killed.
 */
package city.chengmai.dashboard.local;
