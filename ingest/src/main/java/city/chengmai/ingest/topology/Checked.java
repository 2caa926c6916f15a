package city.chengmai.ingest.topology;

import city.chengmai.ingest.intake.Received;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A checked and pseudonymised event on its way from intake to lifecycle.
 *
 * @param received the event
 * @param envelope the whole CloudEvent, pseudonymised
 * @param bytes length of the original
 */
record Checked(Received received, ObjectNode envelope, int bytes) {}
