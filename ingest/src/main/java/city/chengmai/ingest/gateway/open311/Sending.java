package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.ingest.gateway.key.KeyRing;
import city.chengmai.ingest.gateway.publish.EventPublisher;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;

/**
 * What filing shares with the other doors of the gateway.
 *
 * @param keys who may file
 * @param schemas what a payload must look like
 * @param publisher the way to Kafka
 * @param metrics what is counted
 */
public record Sending(
    KeyRing keys, EventSchemas schemas, EventPublisher publisher, GatewayMetrics metrics) {}
