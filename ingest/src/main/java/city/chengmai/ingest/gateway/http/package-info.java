/** The HTTP server and what every route has in common: answers, refusals, bodies within bounds. */
package city.chengmai.ingest.gateway.http;
