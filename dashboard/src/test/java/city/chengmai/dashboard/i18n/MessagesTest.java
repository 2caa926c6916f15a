package city.chengmai.dashboard.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Messages CHINESE = Messages.of(Language.CHINESE);
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(new TreeSet<>(ENGLISH.keys())).isEqualTo(new TreeSet<>(CHINESE.keys()));
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    for (String key : CHINESE.keys()) {
      assertThat(arguments(ENGLISH.pattern(key)))
          .as(key)
          .isEqualTo(arguments(CHINESE.pattern(key)));
    }
  }

  @Test
  void noTextIsBlankOrMalformed() {
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      messages.keys().forEach(key -> assertThat(messages.text(key)).as(key).isNotBlank());
    }
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> ENGLISH.text("no.such.key"))
        .hasMessage("no message no.such.key in messages_en.properties");
  }

  /** A label that stands in the messages could be that of another indicator one day. */
  @Test
  void noMessageNamesAnIndicator_d7() {
    for (Indicator indicator : Catalogue.bundled().indicators()) {
      requireAbsent(CHINESE, indicator.name().zh());
      requireAbsent(ENGLISH, indicator.name().en());
    }
  }

  private static void requireAbsent(Messages messages, String name) {
    for (String key : messages.keys()) {
      assertThat(messages.pattern(key).toLowerCase(Locale.ROOT))
          .as(key)
          .doesNotContain(name.toLowerCase(Locale.ROOT));
    }
  }

  private static Set<String> arguments(String pattern) {
    Set<String> found = new TreeSet<>();
    ARGUMENT.matcher(pattern).results().forEach(result -> found.add(result.group(1)));
    return found;
  }
}
