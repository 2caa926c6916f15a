package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A portrait for programs: the same figures as the page; a missing one is null, never zero. */
final class PortraitJson {

  private PortraitJson() {}

  static JsonObject of(Portrait portrait) {
    JsonArray scores = new JsonArray();
    portrait.scores().forEach(row -> scores.add(score(row)));
    JsonArray indicators = new JsonArray();
    portrait.indicators().stream()
        .filter(row -> row.current() == 1)
        .forEach(row -> indicators.add(indicator(row)));
    JsonArray reasons = new JsonArray();
    portrait.contributions().forEach(row -> reasons.add(contribution(row)));
    return new JsonObject()
        .put("grid", portrait.area().areaId())
        .put("nameZh", portrait.area().nameZh())
        .put("nameEn", portrait.area().nameEn())
        .put("gridType", portrait.area().gridType())
        .put("day", portrait.day().toString())
        .put("scores", scores)
        .put("indicators", indicators)
        .put("contributions", reasons)
        .put("openAlerts", portrait.alerts().size())
        .put("openCasesShown", portrait.openCases().size());
  }

  private static JsonObject score(PortraitRow row) {
    return new JsonObject()
        .put("dimension", row.dimension())
        .put("score", row.score())
        .put("grade", row.grade())
        .put("rank", row.rank())
        .put("peers", row.peers())
        .put("quartile", row.quartile())
        .put("weightPresent", row.weightPresent())
        .put("dataAsOf", row.dataAsOf().toString());
  }

  private static JsonObject indicator(IndicatorRow row) {
    return new JsonObject()
        .put("indicator", row.indicator())
        .put("value", row.value())
        .put("numerator", row.numerator())
        .put("denominator", row.denominator())
        .put("state", row.state())
        .put("companion", row.companion())
        .put("definitionVersion", row.definitionVersion())
        .put("dataAsOf", row.dataAsOf().toString());
  }

  private static JsonObject contribution(ContributionRow row) {
    return new JsonObject()
        .put("dimension", row.dimension())
        .put("indicator", row.indicator())
        .put("state", row.state())
        .put("value", row.value())
        .put("shrunkValue", row.shrunkValue())
        .put("curveScore", row.curveScore())
        .put("weight", row.weight())
        .put("points", row.points())
        .put("lostPoints", row.lostPoints());
  }
}
