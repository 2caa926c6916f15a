package city.chengmai.dashboard.page;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.datasets.catalogue.LocalName;

/** Names that the catalogue carries in both languages. */
public final class LocalText {

  private LocalText() {}

  /** The name in this language. */
  public static String of(LocalName name, Language language) {
    return language == Language.CHINESE ? name.zh() : name.en();
  }
}
