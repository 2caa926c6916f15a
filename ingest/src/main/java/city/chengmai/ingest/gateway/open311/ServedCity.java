package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.source.City;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The city behind the gateway, as Open311 has to know it.
 *
 * @param city areas, categories and zone
 * @param clock what time it is there
 * @param borderMetres how far over its border a point still counts as inside
 */
public record ServedCity(City city, InstantSource clock, int borderMetres) {

  /** Refuses nulls. */
  public ServedCity {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(clock, "clock");
  }
}
