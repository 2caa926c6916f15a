package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.CityConfigurationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold within a mapping so that its events fit their schemas and the case lifecycle. */
final class MappingChecks {

  static final List<String> CHANNELS =
      List.of("patrol", "hotline", "app", "sensor", "model", "enterprise", "visit", "other");
  static final List<String> STATES = List.of("open", "closed", "cancelled", "reopened");

  private static final Map<String, EventType> OPENING =
      Map.of(
          "reported", EventType.CASE_REPORTED,
          "verified", EventType.CASE_VERIFIED,
          "accepted", EventType.CASE_ACCEPTED,
          "filed", EventType.CASE_FILED,
          "dispatched", EventType.CASE_DISPATCHED);

  private MappingChecks() {}

  static void check(
      List<String> eventsAtOpen, Field status, Field channel, String kind, String closeManner) {
    requireSteps(eventsAtOpen);
    requireKnown("status.values", status.values().values(), STATES);
    requireKnown("status.default", fallback(status), STATES);
    requireKnown("channel.values", channel.values().values(), CHANNELS);
    requireKnown("channel.default", fallback(channel), CHANNELS);
    requireKnown("kind", kind.isEmpty() ? List.of() : List.of(kind), List.of("component", "event"));
    requireKnown(
        "close-manner",
        List.of(closeManner),
        List.of("normal", "direct", "forced", "self-handled"));
  }

  static EventType openingEvent(String word) {
    return Optional.ofNullable(OPENING.get(word))
        .orElseThrow(
            () ->
                new CityConfigurationException(
                    "events-at-open holds \""
                        + word
                        + "\", expected "
                        + OPENING.keySet().stream().sorted().toList()));
  }

  private static void requireSteps(List<String> eventsAtOpen) {
    if (eventsAtOpen.isEmpty() || !eventsAtOpen.get(0).equals("reported")) {
      throw new CityConfigurationException(
          "events-at-open is " + eventsAtOpen + ", expected it to begin with reported");
    }
    CaseStage stage = CaseStage.REPORTED;
    for (String word : eventsAtOpen.subList(1, eventsAtOpen.size())) {
      CaseStage from = stage;
      stage =
          from.after(openingEvent(word))
              .orElseThrow(
                  () ->
                      new CityConfigurationException(
                          "events-at-open: a case that is "
                              + from.wireName()
                              + " cannot be "
                              + word
                              + " next"));
    }
    requireClosable(stage);
  }

  private static void requireClosable(CaseStage stage) {
    if (stage.after(EventType.CASE_CLOSED).isEmpty()) {
      throw new CityConfigurationException(
          "events-at-open ends at "
              + stage.wireName()
              + ", from where no case can be closed; add filed");
    }
  }

  private static List<String> fallback(Field vocabulary) {
    return vocabulary.fallback().isEmpty() ? List.of() : List.of(vocabulary.fallback());
  }

  private static void requireKnown(String key, Collection<String> given, List<String> known) {
    given.stream()
        .filter(word -> !known.contains(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw new CityConfigurationException(
                  key + " holds \"" + word + "\", expected one of " + known);
            });
  }
}
