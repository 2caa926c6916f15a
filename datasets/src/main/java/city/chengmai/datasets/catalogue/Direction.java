package city.chengmai.datasets.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way an indicator is better. */
public enum Direction {
  /** A larger value is better. */
  @JsonProperty("higher")
  HIGHER_IS_BETTER,
  /** A smaller value is better. */
  @JsonProperty("lower")
  LOWER_IS_BETTER,
  /** Shown beside others, never scored. */
  @JsonProperty("context")
  CONTEXT
}
