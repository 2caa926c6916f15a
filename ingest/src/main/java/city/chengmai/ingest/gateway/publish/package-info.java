/** From the gateway to Kafka: sent, acknowledged, counted. */
package city.chengmai.ingest.gateway.publish;
