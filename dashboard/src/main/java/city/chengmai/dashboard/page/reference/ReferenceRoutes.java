package city.chengmai.dashboard.page.reference;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Dimension;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages that explain: glossary, indicators, about these numbers. */
public final class ReferenceRoutes implements RouteGroup {

  /** A term with its meaning and, where it has one, its page. */
  public record Term(String id, String term, String other, String meaning, String link) {}

  /** Indicators of one dimension. */
  public record Group(String name, List<IndicatorEntry> entries) {}

  /** Terms of the glossary, and the pages that show them; empty where no page does. */
  private static final List<List<String>> TERMS =
      List.of(
          List.of("grid", "/grids"),
          List.of("overlay", "/grids"),
          List.of("component", ""),
          List.of("case", ""),
          List.of("filing", ""),
          List.of("handling", ""),
          List.of("closing", ""),
          List.of("rework", ""),
          List.of("suspension", ""),
          List.of("should-close", "/indicators#M03"),
          List.of("order", ""),
          List.of("first-contact", ""),
          List.of("portrait", "/grids"),
          List.of("too-few", "/about"),
          List.of("interval", "/about"),
          List.of("peers", "/about"),
          List.of("alert", "/alerts"),
          List.of("threshold", "/thresholds"),
          List.of("site-complaint", ""),
          List.of("combined-inspection", ""),
          List.of("visit", ""),
          List.of("file", "/files"),
          List.of("clears", "/files"),
          List.of("calibration", ""),
          List.of("collision", "/models"),
          List.of("suggestion", "/suggestions"),
          List.of("project", "/measures"),
          List.of("feed", "/feeds"),
          List.of("dead-letter", "/feeds"),
          List.of("rhythm", "/bulletins"),
          List.of("restatement", "/about"));

  private final Pages pages;
  private final Catalogue catalogue = Catalogue.bundled();
  private final FurtherDefinitions further = FurtherDefinitions.bundled();

  /** Pages rendered by this. */
  public ReferenceRoutes(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get("/glossary")
        .handler(
            context ->
                pages.show(
                    context, "glossary", () -> Map.of("terms", terms(pages.messages(context)))));
    router
        .get("/indicators")
        .handler(
            context ->
                pages.show(
                    context,
                    "indicators",
                    () -> Map.of("groups", groups(pages.messages(context)))));
    router.get("/about").handler(context -> pages.show(context, "about", Map::of));
  }

  private static List<Term> terms(Messages messages) {
    Messages other = Messages.of(messages.language().other());
    return TERMS.stream()
        .map(
            term -> {
              String key = "glossary." + term.get(0);
              return new Term(
                  term.get(0),
                  messages.text(key),
                  other.text(key),
                  messages.text(key + ".meaning"),
                  term.get(1));
            })
        .toList();
  }

  private List<Group> groups(Messages messages) {
    return Arrays.stream(Dimension.values())
        .map(
            dimension ->
                new Group(
                    messages.text("dimension." + dimension.name().toLowerCase(Locale.ROOT)),
                    catalogue.indicators().stream()
                        .filter(indicator -> indicator.dimension() == dimension)
                        .map(indicator -> IndicatorEntry.of(indicator, further, messages))
                        .toList()))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }
}
