package city.chengmai.datasets.source.demo;

/**
 * A device in the field.
 *
 * @param id subject of its events
 * @param kind noise-meter, rain-gauge, smart-band, mattress, water-meter, people-counter or
 *     coast-station
 * @param grid where it is
 * @param spot where it is in the grid
 * @param personHash who wears or uses it, already hashed; empty when nobody
 */
record DemoDevice(String id, String kind, DemoGrid grid, Spot spot, String personHash) {}
