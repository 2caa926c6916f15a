/**
 * From bytes to a checked event: size, encoding, JSON, CloudEvents attributes, type, JSON Schema.
 */
package city.chengmai.ingest.intake;
