/** Where an event happened: a point, an area's id or its name becomes a grid of the city. */
package city.chengmai.ingest.place;
