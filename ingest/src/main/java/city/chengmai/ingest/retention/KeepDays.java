package city.chengmai.ingest.retention;

import city.chengmai.datasets.schema.RollOffTable;
import java.util.EnumMap;
import java.util.Map;

/**
 * For how many days rows are kept, by table; a table without an entry is kept for ever.
 *
 * @param days by table
 */
public record KeepDays(Map<RollOffTable, Integer> days) {

  /** What a setting looks like. */
  public static final String EXPECTED = "TABLE=DAYS,… of " + RollOffTable.list();

  /** Copies the map. */
  public KeepDays {
    days = Map.copyOf(days);
  }

  /** Reads {@code TABLE=DAYS,TABLE=DAYS}; empty keeps everything. */
  public static KeepDays parse(String text) {
    Map<RollOffTable, Integer> days = new EnumMap<>(RollOffTable.class);
    for (String entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        String[] parts = entry.strip().split("=", 2);
        RollOffTable table =
            RollOffTable.of(parts[0].strip())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            parts[0] + " is kept for ever: published values rest on it"));
        days.put(table, days(table, parts));
      }
    }
    return new KeepDays(days);
  }

  private static int days(RollOffTable table, String[] parts) {
    int days = parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip());
    if (days < table.leastDays()) {
      throw new IllegalArgumentException(
          parts[0] + " has to be kept for " + table.leastDays() + " days at least");
    }
    return days;
  }
}
