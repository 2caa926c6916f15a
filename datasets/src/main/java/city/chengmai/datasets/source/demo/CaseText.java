package city.chengmai.datasets.source.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Writes what a matter's report says. */
final class CaseText {

  private static final double JITTER_DEGREES = 0.00007;
  private static final double DEGREE_STEPS = 1e6;

  private CaseText() {}

  /** The payload of {@code case.reported}. */
  static ObjectNode report(CaseDraft draft) {
    ObjectNode payload =
        Payload.of("category", draft.category().id())
            .put("kind", draft.category().kind())
            .put("channel", draft.channel().wireName())
            .put("level", draft.level().wireName())
            .put("description", description(draft));
    putPlace(payload, draft);
    draft.caller().ifPresent(caller -> putPerson(payload.putObject("reporter"), caller));
    if (!draft.orderId().isEmpty()) {
      payload.put("orderId", draft.orderId());
    }
    if (!draft.siteId().isEmpty()) {
      payload.put("siteId", draft.siteId());
    }
    return payload;
  }

  static void putPerson(ObjectNode payload, Person person) {
    payload.put("name", person.name()).put("phone", person.phone());
  }

  /** Patrols name the grid, callers its common name, and a few callers no point at all. */
  static void putPlace(ObjectNode payload, CaseDraft draft) {
    Dice dice = Dice.of(draft.textSeed(), "place");
    payload.put("address", "星桥街道" + draft.spot().address());
    boolean vague = draft.channel() == Channel.HOTLINE && dice.chance(0.04);
    if (!vague) {
      Payload.putPoint(payload, jittered(draft.spot().at(), dice));
    }
    if (draft.channel() == Channel.PATROL) {
      payload.put("areaId", draft.grid().id());
    }
    if (draft.channel() == Channel.HOTLINE) {
      payload.put("areaName", draft.grid().area().aliases().get(0));
    }
  }

  static String description(CaseDraft draft) {
    Dice dice = Dice.of(draft.textSeed(), "words");
    String sentence =
        dice.pick(draft.category().descriptions()).replace("{place}", draft.spot().address());
    return switch (draft.channel()) {
      case PATROL -> "巡查发现，" + sentence + "。";
      case HOTLINE -> "市民来电反映，" + sentence + "。" + contact(draft, dice);
      case APP -> "居民上报：" + sentence + "。";
      case SENSOR -> "设备报警：" + sentence + "。";
      case VISIT -> "走访中了解到，" + sentence + "。";
    };
  }

  /** One call in eight repeats the number in the text, which ingest has to mask. */
  private static String contact(CaseDraft draft, Dice dice) {
    boolean repeats = dice.chance(0.125);
    return draft
        .caller()
        .filter(caller -> repeats)
        .map(caller -> String.format(Locale.ROOT, "请处理后回电%s。", caller.phone()))
        .orElse("");
  }

  private static Coordinate jittered(Coordinate at, Dice dice) {
    return new Coordinate(
        rounded(at.x + dice.between(-JITTER_DEGREES, JITTER_DEGREES)),
        rounded(at.y + dice.between(-JITTER_DEGREES, JITTER_DEGREES)));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  }
}
