package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries.ChangeRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;

/**
 * A portrait for programs: the same figures as the page; a missing one is null, never zero. Every
 * value has the window that it covers, its end not included.
 */
final class PortraitJson {

  private final Portrait portrait;

  private PortraitJson(Portrait portrait) {
    this.portrait = portrait;
  }

  static JsonObject of(Portrait portrait) {
    return new PortraitJson(portrait).json();
  }

  private JsonObject json() {
    JsonArray scores = new JsonArray();
    portrait.scores().forEach(row -> scores.add(score(row)));
    JsonArray indicators = new JsonArray();
    portrait.indicators().stream()
        .filter(row -> row.current() == 1)
        .forEach(row -> indicators.add(indicator(row)));
    JsonArray reasons = new JsonArray();
    portrait.contributions().forEach(row -> reasons.add(contribution(row)));
    JsonArray standings = new JsonArray();
    portrait.standings().forEach(row -> standings.add(standing(row)));
    JsonArray changes = new JsonArray();
    portrait.changes().forEach(row -> changes.add(change(row)));
    return new JsonObject()
        .put("grid", portrait.area().areaId())
        .put("nameZh", portrait.area().nameZh())
        .put("nameEn", portrait.area().nameEn())
        .put("gridType", portrait.area().gridType())
        .put("day", portrait.day().toString())
        .put("window", window(portrait.day()))
        .put("scores", scores)
        .put("indicators", indicators)
        .put("contributions", reasons)
        .put("standings", standings)
        .put("changes", changes)
        .put("openAlerts", portrait.alerts().size())
        .put("openCasesShown", portrait.openCases().size());
  }

  private JsonObject window(LocalDate day) {
    return TimeWindow.trailing(day, portrait.moment().zone()).json();
  }

  private JsonObject score(PortraitRow row) {
    return new JsonObject()
        .put("dimension", row.dimension())
        .put("window", window(row.day()))
        .put("score", row.score())
        .put("scoreLower", row.scoreLower())
        .put("scoreUpper", row.scoreUpper())
        .put("grade", row.grade())
        .put("peerGroup", row.peerGroup())
        .put("rank", row.rank())
        .put("rankLower", row.rankLower())
        .put("rankUpper", row.rankUpper())
        .put("peers", row.peers())
        .put("quartile", row.quartile())
        .put("weightPresent", row.weightPresent())
        .put("dataAsOf", row.dataAsOf().toString());
  }

  private JsonObject indicator(IndicatorRow row) {
    return new JsonObject()
        .put("indicator", row.indicator())
        .put("window", window(row.day()))
        .put("value", row.value())
        .put("numerator", row.numerator())
        .put("denominator", row.denominator())
        .put("state", row.state())
        .put("companion", row.companion())
        .put("definitionVersion", row.definitionVersion())
        .put("dataAsOf", row.dataAsOf().toString());
  }

  private JsonObject standing(StandingRow row) {
    return new JsonObject()
        .put("indicator", row.indicator())
        .put("window", window(row.day()))
        .put("peerGroup", row.peerGroup())
        .put("peers", row.peers())
        .put("value", row.value())
        .put("peerValue", row.peerValue())
        .put("shrunkValue", row.shrunkValue())
        .put("lower", row.lower())
        .put("upper", row.upper())
        .put("sample", row.denominator())
        .put("rank", row.rank())
        .put("rankLower", row.rankLower())
        .put("rankUpper", row.rankUpper())
        .put("quartile", row.quartile());
  }

  private JsonObject change(ChangeRow row) {
    return new JsonObject()
        .put("dimension", row.dimension())
        .put("indicator", row.indicator())
        .put("windowBefore", window(row.since()))
        .put("window", window(row.day()))
        .put("since", row.since().toString())
        .put("valueBefore", row.valueBefore())
        .put("valueNow", row.valueNow())
        .put("valuePoints", row.valuePoints())
        .put("weightPoints", row.weightPoints());
  }

  private JsonObject contribution(ContributionRow row) {
    return new JsonObject()
        .put("dimension", row.dimension())
        .put("indicator", row.indicator())
        .put("window", window(portrait.day()))
        .put("state", row.state())
        .put("value", row.value())
        .put("shrunkValue", row.shrunkValue())
        .put("curveScore", row.curveScore())
        .put("weight", row.weight())
        .put("points", row.points())
        .put("lostPoints", row.lostPoints());
  }
}
