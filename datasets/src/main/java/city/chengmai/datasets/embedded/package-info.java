/**
 * A ClickHouse server for a laptop and for tests: libchdb in a child process.
 *
 * <pre>
 *   this process ── EmbeddedClickHouse ── EngineSupervisor ──spawns──▶ EngineMain (JNA, libchdb)
 *        │                                                               │
 *        └── holds engine.lock (names its pid)                           └── stdin closed: ends
 * </pre>
 */
package city.chengmai.datasets.embedded;
