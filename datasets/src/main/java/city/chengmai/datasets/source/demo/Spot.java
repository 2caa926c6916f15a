package city.chengmai.datasets.source.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place where things happen again and again.
 *
 * @param at WGS 84 degrees
 * @param address invented address in Chinese
 */
record Spot(Coordinate at, String address) {}
