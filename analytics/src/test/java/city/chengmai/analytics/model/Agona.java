package city.chengmai.analytics.model;

import city.chengmai.testing.SharedData;

/** Weekly counts of Salmonella Agona in the United Kingdom, 312 weeks from 1990 on. */
public final class Agona {

  private Agona() {}

  public static double[] counts() {
    return SharedData.lines("reference-statistics.zip", "salmonella-agona/salmonella.agona.txt")
        .stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("^\\s*\\d+\\s+(\\d+).*$", "$1")))
        .toArray();
  }
}
