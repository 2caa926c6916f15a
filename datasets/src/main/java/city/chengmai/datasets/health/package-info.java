/**
 * How services tell how they are: the state of each part as a value, the document of {@code
 * /health} that every service answers and the dashboard reads, and the small server that ingest and
 * analytics answer it with.
 *
 * <pre>
 * GET /health   200 while every part can be used, else 503; the document of {@link
 *               city.chengmai.datasets.health.HealthDocument}
 * GET /ready    200 when the service can do its work now, else 503 with the reason
 * GET /metrics  figures in the text form of Prometheus
 * </pre>
 */
package city.chengmai.datasets.health;
