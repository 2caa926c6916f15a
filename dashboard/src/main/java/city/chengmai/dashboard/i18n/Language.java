package city.chengmai.dashboard.i18n;

import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. */
public enum Language {
  /** Simplified Chinese, the default (简体中文). */
  CHINESE("zh-CN", "zh_CN", "中文", Locale.SIMPLIFIED_CHINESE),
  /** English. */
  ENGLISH("en", "en", "English", Locale.UK);

  private final String tag;
  private final String bundle;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String bundle, String ownName, Locale locale) {
    this.tag = tag;
    this.bundle = bundle;
    this.ownName = ownName;
    this.locale = locale;
  }

  /** The language of this tag, for example {@code zh-CN}, {@code zh} or {@code en}. */
  public static Optional<Language> of(String tag) {
    if (tag == null || tag.length() < 2) {
      return Optional.empty();
    }
    return switch (tag.substring(0, 2).toLowerCase(Locale.ROOT)) {
      case "zh" -> Optional.of(CHINESE);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }

  /** The BCP 47 tag for {@code lang} attributes and the cookie. */
  public String tag() {
    return tag;
  }

  /** How speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For number and date formats. */
  public Locale locale() {
    return locale;
  }

  /** The other one, for the switch. */
  public Language other() {
    return this == CHINESE ? ENGLISH : CHINESE;
  }

  String bundleName() {
    return "messages_" + bundle + ".properties";
  }
}
