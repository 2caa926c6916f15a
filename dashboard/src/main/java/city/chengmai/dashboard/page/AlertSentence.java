package city.chengmai.dashboard.page;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.util.Set;

/** Words an alert from its rule and its numbers, in the language of the page. */
public final class AlertSentence {

  private static final AlertRules RULES = AlertRules.bundled();
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  /** Rules about feeds. */
  private static final String FEEDS = "A08";

  /** Rules that compare what may differ behind the point only: readings, results of statements. */
  private static final Set<String> AMOUNTS = Set.of("A16", "Q01", "X02");

  /** Statements that run by a schedule. */
  private static final String STATEMENTS = "Q01";

  /** Rules about this installation itself: their subject is one of its parts. */
  private static final String OWN = "X0";

  /** Of less than one whole day a sentence {@code .first} tells without the number. */
  private static final double ONE = 1;

  private final CityModel city;
  private final Figures figures;

  /** Sentences about this city. */
  public AlertSentence(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
  }

  /** The alert as a sentence with its place. */
  public String text(AlertRow alert) {
    Messages messages = figures.messages();
    return messages.text(
        key(alert, messages),
        place(alert),
        category(alert),
        observed(alert),
        figures.number(alert.expected(), 1),
        upper(alert),
        rule(alert),
        subject(alert),
        figures.fullMoment(alert.periodStart()),
        figures.fullMoment(alert.periodEnd()),
        figures.count(alert.evidenceTotal()));
  }

  private static String key(AlertRow alert, Messages messages) {
    String key = "alert." + alert.rule();
    if (!messages.has(key)) {
      return "alert.other";
    }
    boolean counts =
        alert.rule().equals(STATEMENTS)
            && alert.details().getOrDefault("condition", "").startsWith("rows");
    if (counts && messages.has(key + ".rows")) {
      return key + ".rows";
    }
    String first = key + ".first";
    if (alert.observed() < ONE && messages.has(first)) {
      return first;
    }
    String several = key + ".several";
    return alert.evidenceTotal() > 1 && messages.has(several) ? several : key;
  }

  // The limit of a statement may be one from below, and is told as it was typed.
  private String upper(AlertRow alert) {
    return alert.rule().equals(STATEMENTS)
        ? alert.details().getOrDefault("limit", Figures.NONE)
        : figures.number(alert.upper(), 0);
  }

  // Counts and shares are told whole.
  private String observed(AlertRow alert) {
    return AMOUNTS.contains(alert.rule())
        ? figures.amount(alert.observed())
        : figures.number(alert.observed(), 0);
  }

  /** The name of the rule, or its id when it is unknown. */
  public String rule(AlertRow alert) {
    return RULES.find(alert.rule()).map(this::name).orElse(alert.rule());
  }

  /** Why the alert is doubtful while a feed that it depends on is silent; else empty. */
  public String paused(AlertRow alert) {
    return alert.paused()
        ? figures
            .messages()
            .text("alert.paused", city.feedName(alert.pausedBy(), figures.messages().language()))
        : "";
  }

  private String place(AlertRow alert) {
    return city.areaName(alert.areaId(), figures.messages().language());
  }

  // Feeds and indicators have names that people know them by; cases, complaints and devices have
  // their numbers.
  private String subject(AlertRow alert) {
    Language language = figures.messages().language();
    if (alert.rule().equals(STATEMENTS)) {
      return alert.subject();
    }
    if (alert.rule().startsWith(OWN)) {
      return part(alert);
    }
    return alert.rule().startsWith(FEEDS)
        ? city.feedName(alert.subject(), language)
        : CATALOGUE
            .find(alert.subject())
            .map(indicator -> LocalText.of(indicator.name(), language))
            .orElse(alert.subject());
  }

  private String part(AlertRow alert) {
    Messages messages = figures.messages();
    String name = messages.textOr("part." + alert.subject(), alert.subject());
    String place = alert.details().getOrDefault("place", "");
    return place.isEmpty() ? name : messages.text("part.at", name, place);
  }

  private String category(AlertRow alert) {
    return alert.category().isEmpty()
        ? figures.messages().text("alert.any-category")
        : city.categoryName(alert.category(), figures.messages().language());
  }

  private String name(AlertRule rule) {
    return LocalText.of(rule.name(), figures.messages().language());
  }
}
