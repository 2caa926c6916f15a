package city.chengmai.datasets.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit of an indicator's value; {@link #scale} turns a share into it. */
public enum Unit {
  /** Percent: one hundred times numerator over denominator. */
  @JsonProperty("percent")
  PERCENT(100),
  /** Hours on the clock. */
  @JsonProperty("hours")
  HOURS(1),
  /** Cases per 30 days and unit of exposure. */
  @JsonProperty("cases")
  CASES(1),
  /** Hotline orders per unit of exposure and day. */
  @JsonProperty("orders")
  ORDERS(1);

  private final double scale;

  Unit(double scale) {
    this.scale = scale;
  }

  /** What a bare share is multiplied with to be in this unit. */
  public double scale() {
    return scale;
  }
}
