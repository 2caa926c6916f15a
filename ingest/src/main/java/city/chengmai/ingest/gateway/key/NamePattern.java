package city.chengmai.ingest.gateway.key;

import java.util.Objects;

/**
 * A name, or with a {@code *} at its end any name that starts so.
 *
 * @param text as written in the key file
 */
record NamePattern(String text) {

  /** Refuses blanks and stars elsewhere than at the end. */
  NamePattern {
    Objects.requireNonNull(text, "text");
    int star = text.indexOf('*');
    if (text.isBlank() || (star >= 0 && star != text.length() - 1)) {
      throw new IllegalArgumentException(
          "\"" + text + "\": expected a name, or the beginning of one and a * at the end");
    }
  }

  boolean matches(String name) {
    return text.endsWith("*")
        ? name.startsWith(text.substring(0, text.length() - 1))
        : text.equals(name);
  }
}
