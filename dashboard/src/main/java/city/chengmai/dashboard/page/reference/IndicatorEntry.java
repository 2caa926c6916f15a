package city.chengmai.dashboard.page.reference;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.Score;
import city.chengmai.datasets.catalogue.FurtherDefinition;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An indicator as the catalogue defines it.
 *
 * @param other its name in the other language
 * @param target value that earns full points; a dash where it is not scored
 * @param parameters numbers of the definition; empty for none
 * @param beside other definitions that it is shown by, in sentences
 */
public record IndicatorEntry(
    String id,
    String name,
    String other,
    String formula,
    String numerator,
    String denominator,
    String unit,
    String direction,
    String sample,
    String target,
    String gridTypes,
    String parameters,
    String source,
    int version,
    List<String> beside) {

  private static final List<String> ORDER = List.of("S", "J", "C", "L", "G", Indicator.OVERLAY);

  static IndicatorEntry of(Indicator indicator, FurtherDefinitions further, Messages messages) {
    String numerator = LocalText.of(indicator.numerator(), messages.language());
    String denominator = LocalText.of(indicator.denominator(), messages.language());
    return new IndicatorEntry(
        indicator.id(),
        LocalText.of(indicator.name(), messages.language()),
        LocalText.of(indicator.name(), messages.language().other()),
        formula(indicator, messages),
        numerator,
        denominator,
        messages.text("indicators.unit." + lower(indicator.unit())),
        messages.text("indicators.direction." + lower(indicator.direction())),
        sample(indicator, messages),
        Score.target(indicator.id()).map(IndicatorEntry::number).orElse(Figures.NONE),
        ORDER.stream()
            .filter(indicator.gridTypes()::contains)
            .map(letter -> messages.text("indicators.grid." + letter))
            .collect(Collectors.joining(messages.text("indicators.and"))),
        parameters(indicator.parameters()),
        indicator.source(),
        indicator.version(),
        further.of(indicator.id()).stream().flatMap(one -> beside(one, messages)).toList());
  }

  private static Stream<String> beside(FurtherDefinition definition, Messages messages) {
    return Stream.of(
        messages.text(
            "beside.also",
            definition.version(),
            LocalText.of(definition.name(), messages.language())),
        LocalText.of(definition.difference(), messages.language()));
  }

  private static String formula(Indicator indicator, Messages messages) {
    return messages.text(
        indicator.unit() == Unit.HOURS
            ? "indicators.formula.median"
            : indicator.unit() == Unit.PERCENT
                ? "indicators.formula.share"
                : "indicators.formula.ratio");
  }

  private static String sample(Indicator indicator, Messages messages) {
    String smallest = messages.text("indicators.sample", indicator.smallestSample());
    return indicator.smallestDays() == 0
        ? smallest
        : smallest + messages.text("indicators.days", indicator.smallestDays());
  }

  private static String parameters(Map<String, Double> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " = " + number(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
