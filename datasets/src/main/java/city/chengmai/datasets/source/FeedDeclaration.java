package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A feed that the city says it has (接入): who sends, under which sources, how often.
 *
 * @param id unique in the city; subject of the feed's heartbeats
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param kind what sort of sender it is
 * @param sources CloudEvents sources that it sends under; each belongs to one feed
 * @param interval longest time between two events, heartbeats among them, before it counts as
 *     silent; in YAML an ISO 8601 duration such as {@code PT15M}
 * @param schemaVersion version of the payload schemas that it shall send, {@code 1} unless told
 */
public record FeedDeclaration(
    String id,
    String nameZh,
    String nameEn,
    Kind kind,
    List<String> sources,
    Duration interval,
    String schemaVersion) {

  /** What sort of sender a feed is. */
  public enum Kind {
    /** A department (委办局). */
    @JsonProperty("department")
    DEPARTMENT,
    /** The 12345 hotline. */
    @JsonProperty("hotline")
    HOTLINE,
    /** An app of the people in the grids. */
    @JsonProperty("app")
    APP,
    /** A platform of the operation centre itself. */
    @JsonProperty("platform")
    PLATFORM,
    /** Devices in the field. */
    @JsonProperty("device")
    DEVICE,
    /** Files that are read in. */
    @JsonProperty("file")
    FILE,
    /** Models over pooled data. */
    @JsonProperty("model")
    MODEL;

    /** The name in tables and message keys. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses what is missing and copies the sources. */
  public FeedDeclaration {
    requireText(id, "id");
    requireText(nameZh, "name-zh");
    requireText(nameEn, "name-en");
    if (kind == null) {
      throw new IllegalArgumentException("feed " + id + ": key kind is missing");
    }
    if (sources == null || sources.isEmpty()) {
      throw new IllegalArgumentException(
          "feed " + id + ": key sources is empty, expected at least one CloudEvents source");
    }
    if (interval == null || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "feed " + id + ": interval is " + interval + ", expected a duration such as PT15M");
    }
    sources = List.copyOf(sources);
    schemaVersion = requireNonNullElse(schemaVersion, "1");
  }

  private static void requireText(String value, String key) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a feed has no key " + key);
    }
  }
}
