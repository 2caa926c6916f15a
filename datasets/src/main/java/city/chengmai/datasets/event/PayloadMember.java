package city.chengmai.datasets.event;

import static java.util.Objects.requireNonNull;

/**
 * One member of a payload as its JSON Schema describes it.
 *
 * @param path where it stands: {@code caller.phone}, {@code changes[].after}, {@code attributes.*}
 *     for the values of a map with any keys
 * @param kind shape of the value
 * @param holds what a text in it may hold
 * @param required whether it must be there
 * @param description what it means
 */
public record PayloadMember(
    String path, Kind kind, Holds holds, boolean required, String description) {

  /** Shape of a value. */
  public enum Kind {
    /** Text. */
    TEXT,
    /** Number, whole or not. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** Object with named members, each listed too. */
    OBJECT,
    /** Object with any keys. */
    MAP,
    /** Array. */
    ARRAY
  }

  /** What a text may hold, and so what the intake does with it. */
  public enum Holds {
    /** Words of people: persons are masked in it. */
    WORDS,
    /** A code or id: kept, unless it looks like a person. */
    CODE,
    /** A word of a closed list, or a moment: checked before, so it can hold nothing else. */
    FIXED,
    /** A person: replaced by a keyed hash. */
    PERSON
  }

  /** Refuses nulls. */
  public PayloadMember {
    requireNonNull(path, "path");
    requireNonNull(kind, "kind");
    requireNonNull(holds, "holds");
    requireNonNull(description, "description");
  }

  /** Whether it stands in the payload itself, not in a member of it. */
  public boolean isTop() {
    return path.indexOf('.') < 0 && path.indexOf('[') < 0;
  }
}
