package city.chengmai.analytics.model;

import java.time.LocalDate;

/**
 * Where the random numbers of an area, a day and an indicator start, the same in every run (FNV-1a
 * over the text, 64 bits).
 */
final class DrawSeed {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private DrawSeed() {}

  static long of(String area, LocalDate day, String indicator) {
    String text = area + '|' + day.toEpochDay() + '|' + indicator;
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
