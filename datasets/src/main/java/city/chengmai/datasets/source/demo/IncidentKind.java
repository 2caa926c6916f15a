package city.chengmai.datasets.source.demo;

import java.util.Locale;

/** What kind of trouble is hidden in the data. */
public enum IncidentKind {
  /** Drains overflow in neighbouring grids on a day of heavy rain. */
  DRAIN_BURST,
  /** A site works through the nights; complaints and sound levels go up. */
  NIGHT_NOISE,
  /** Cars parked illegally around one place in one grid. */
  PARKING_SURGE,
  /** Street vendors in one grid in the evenings. */
  VENDING_SURGE,
  /** Many hotline orders of one category in several residents' grids. */
  HOTLINE_SURGE,
  /** The same thing again and again at one spot. */
  SPOT_CLUSTER,
  /** The handling of one grid's cases takes several times as long. */
  HANDLING_COLLAPSE,
  /** One grid is not patrolled. */
  PATROL_GAP,
  /** A device sends nothing and says nothing. */
  SILENT_DEVICE;

  /** The name in the truth file, for example {@code drain-burst}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when it shows as additional cases. */
  boolean bringsCases() {
    return switch (this) {
      case HANDLING_COLLAPSE, PATROL_GAP, SILENT_DEVICE -> false;
      default -> true;
    };
  }
}
