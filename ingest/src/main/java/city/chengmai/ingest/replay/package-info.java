/** Sends a city's feed to {@code city.events} and goes on after a restart where it stopped. */
package city.chengmai.ingest.replay;
