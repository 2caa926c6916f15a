package city.chengmai.datasets.catalogue;

import java.io.Serializable;

/**
 * A name in the languages of the product.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record LocalName(String zh, String en) implements Serializable {

  /** Checks that both languages say something. */
  public LocalName {
    if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
      throw new IllegalArgumentException("a name needs zh and en, but is " + zh + " / " + en);
    }
  }
}
