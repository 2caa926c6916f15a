/**
 * Refused events after the fact: listing and counting table {@code dead_letters}, and sending
 * letters again once what refused them is put right. Letters about content that was taken as a
 * revision are listed and counted, and never sent.
 *
 * <p>What is sent again is the masked text. An event that was refused after pseudonymisation
 * (impossible order, outside the city, conflicting) keeps its keyed hashes and loses nothing; one
 * that was refused before it (no JSON, wrong schema) has lost its persons for good: members that
 * hold only a mask are left out. Sending twice does no harm: the identity of an accepted event is
 * known.
 */
package city.chengmai.ingest.letter;
