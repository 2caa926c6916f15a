/**
 * How this installation is, looked at from the dashboard: the store, ingest, analytics, room on
 * disks and the dashboard's own rounds; and the alerts that it raises about itself.
 *
 * <pre>
 * store (asked when somebody asks) ------------+
 * ingest, analytics by HTTP ------------------ |
 * last good run, disks, by the store --------- +--> PartBoard --> /health, /ready, /operations
 * bulletins, schedules, notifications -------- |        |
 *                                (every 5 s)   +        +--> OwnAlerts --> alerts (X01, X02, X03)
 * </pre>
 */
package city.chengmai.dashboard.health;
