package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.util.Optional;
import java.util.function.Function;

/** Names in both languages, so that a bulletin keeps the names of its day. */
final class Naming {

  private static final Messages CHINESE = Messages.of(Language.CHINESE);
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final CityModel city;

  Naming(CityModel city) {
    this.city = city;
  }

  /** A message without arguments, such as the name of a state. */
  static Words message(String key) {
    return new Words(CHINESE.text(key), ENGLISH.text(key), "");
  }

  /** A message, or a word of the data where it is not ours. */
  static Words messageOr(String key, String otherwise) {
    return new Words(CHINESE.textOr(key, otherwise), ENGLISH.textOr(key, otherwise), "");
  }

  /** A message whose arguments are worded in the same language. */
  static Words message(String key, Words... arguments) {
    return new Words(
        text(CHINESE, key, Words::zh, arguments), text(ENGLISH, key, Words::en, arguments), "");
  }

  private static String text(
      Messages messages, String key, Function<Words, String> side, Words... arguments) {
    Object[] sides = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      sides[i] = side.apply(arguments[i]);
    }
    return messages.text(key, sides);
  }

  /** A grid with its page; an unknown one as it is called in the data. */
  Words area(String id) {
    if (id.isEmpty()) {
      return message("bulletin.unlocated");
    }
    Words name =
        new Words(city.areaName(id, Language.CHINESE), city.areaName(id, Language.ENGLISH), "");
    return city.area(id).isPresent() ? name.to("/grid/" + PathSegment.of(id)) : name;
  }

  Words category(String id) {
    return new Words(
        city.categoryName(id, Language.CHINESE), city.categoryName(id, Language.ENGLISH), "");
  }

  Words feed(String id) {
    return new Words(city.feedName(id, Language.CHINESE), city.feedName(id, Language.ENGLISH), "");
  }

  /** An indicator with its place in the catalogue. */
  static Words indicator(String id) {
    return CATALOGUE
        .find(id)
        .map(found -> new Words(found.name().zh(), found.name().en(), "/indicators#" + id))
        .orElseGet(() -> Words.name(id));
  }

  static Words gridType(String group) {
    int slash = group.indexOf('/');
    String type = slash < 0 ? group : group.substring(0, slash);
    return messageOr("grid-type." + type, type);
  }

  /** An alert as its sentence, with its page. */
  Words alert(AlertRow alert) {
    return new Words(
        sentence(alert, Language.CHINESE),
        sentence(alert, Language.ENGLISH),
        "/alert/" + PathSegment.of(alert.alertKey()));
  }

  /** The name of an alert's rule. */
  Words rule(AlertRow alert) {
    return new Words(
        teller(Language.CHINESE).rule(alert), teller(Language.ENGLISH).rule(alert), "");
  }

  private String sentence(AlertRow alert, Language language) {
    return teller(language).text(alert);
  }

  private AlertSentence teller(Language language) {
    return new AlertSentence(city, new Figures(language, city.facts().zone()));
  }

  CityModel city() {
    return city;
  }

  /** The id of the whole city; empty until its areas are known. */
  Optional<String> root() {
    return city.root().map(area -> area.areaId());
  }
}
