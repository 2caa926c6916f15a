/**
 * The whole way of one event (事件追踪), from when it happened to the alerts that rest on it, found by
 * source and id or by the correlation id that log lines name it by.
 */
package city.chengmai.dashboard.page.trace;
