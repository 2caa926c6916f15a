package city.chengmai.analytics.detect;

import java.util.Locale;

/** The methods that can be asked for. */
enum Method {
  SEASONAL,
  EARS_C1,
  EARS_C2,
  EARS_C3,
  FARRINGTON;

  /** As written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
