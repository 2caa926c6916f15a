package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import java.util.List;
import java.util.Map;

/** Says what a hit rests on, from the figures that its model gives. */
final class HitSentence {

  /** The figures of each model's message, in the order of its placeholders. */
  private static final Map<String, List<String>> FIGURES =
      Map.ofEntries(
          Map.entry("registered-empty", List.of("kilowatt-hours", "before", "visits")),
          Map.entry("active-unregistered", List.of("kilowatt-hours", "before", "licences")),
          Map.entry("loud-work", List.of("night", "decibels", "complaints")),
          Map.entry("nobodys-place", List.of("cases", "units")),
          Map.entry("charging-hazard", List.of("cases", "metres", "broken")),
          Map.entry("silent-elder", List.of("days", "last-used", "alarms")),
          Map.entry("over-contacted", List.of("days", "visits", "inspections")),
          Map.entry("repeat-place", List.of("category", "cases", "weeks", "share")),
          Map.entry("repeat-caller", List.of("category", "orders", "days", "unsolved")),
          Map.entry("new-shop", List.of("first", "days")),
          Map.entry("clogged-rain", List.of("rain", "inspected")));

  private HitSentence() {}

  static String of(String model, Map<String, String> details, CityModel city, Messages messages) {
    List<String> names = FIGURES.get(model);
    if (names == null) {
      return said(details, messages);
    }
    Object[] figures = names.stream().map(name -> figure(name, details, city, messages)).toArray();
    return messages.text("hit." + model, figures);
  }

  /** A model that an analyst wrote says it by itself, in one language at least. */
  private static String said(Map<String, String> details, Messages messages) {
    String english = details.getOrDefault("text_en", "");
    return messages.language() == Language.ENGLISH && !english.isEmpty()
        ? english
        : details.getOrDefault("text", details.toString());
  }

  private static String figure(
      String name, Map<String, String> details, CityModel city, Messages messages) {
    String value = details.getOrDefault(name, "–");
    return name.equals("category") ? city.categoryName(value, messages.language()) : value;
  }
}
