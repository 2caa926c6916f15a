package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.http.CityFacts.SpecialPeriod;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers requests with pages: a template, the page's own model and what every page shows
 * (navigation, language switch, city, clock). Thread-safe.
 */
public final class Pages {

  private static final Pattern POST_FORM = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>");

  private final Templates templates;
  private final Workers workers;
  private final InstantSource clock;
  private final Supplier<CityFacts> city;
  private final List<NavigationEntry> navigation;

  /**
   * A renderer.
   *
   * @param workers where models are made
   * @param clock the city's time
   * @param city read for each page; must not block
   * @param navigation entries of the top bar, in order
   */
  public Pages(
      Workers workers,
      InstantSource clock,
      Supplier<CityFacts> city,
      List<NavigationEntry> navigation) {
    this.templates = new Templates();
    this.workers = requireNonNull(workers, "workers");
    this.clock = requireNonNull(clock, "clock");
    this.city = requireNonNull(city, "city");
    this.navigation = List.copyOf(navigation);
  }

  /**
   * Makes the model on a worker, renders it and answers; a failure goes to the error page.
   *
   * @param template name without path and ending, for example {@code grids}
   */
  public void show(RoutingContext context, String template, Callable<Map<String, Object>> model) {
    Map<String, Object> common = common(context);
    Language language = language(common);
    workers
        .call(() -> templates.render(template, language, merged(common, model.call())))
        .onSuccess(body -> answer(context, withFormToken(context, body)))
        .onFailure(context::fail);
  }

  /** A piece of a page, such as a wall panel, as text. */
  public String fragment(String template, Language language, Map<String, Object> model) {
    return templates.render(template, language, model);
  }

  /** The messages in the language of the request. */
  public Messages messages(RoutingContext context) {
    return Messages.of(RequestLanguage.of(context));
  }

  /** The facts that every page shows. */
  public CityFacts city() {
    return city.get();
  }

  /** The city's time. */
  public InstantSource clock() {
    return clock;
  }

  /** Changes whenever a page that is open has to be loaded again: with our scripts and styles. */
  public String version() {
    return templates.version();
  }

  /**
   * The page of an error.
   *
   * @param detail what was seen and expected; empty where the advice says all
   */
  void error(RoutingContext context, int status, String problem, String detail) {
    Map<String, Object> model = common(context);
    model.put("status", status);
    model.put("problem", problem);
    model.put("detail", detail);
    answer(context, withFormToken(context, templates.render("error", language(model), model)));
  }

  private Map<String, Object> common(RoutingContext context) {
    Language language = RequestLanguage.of(context);
    Map<String, Object> model = new HashMap<>();
    model.put("language", language);
    model.put("languageSwitch", LanguageSwitch.address(context.request(), language.other()));
    model.put("city", city.get());
    model.put("cityName", city.get().name(language));
    model.put("now", clock.instant());
    Visit visit = Visit.of(context);
    model.put("visitor", visit.model());
    model.put("formToken", visit.formToken());
    model.put(
        "navigation",
        navigation.stream()
            .filter(entry -> RouteTable.opens(visit.visitor(), entry.path()))
            .toList());
    putSpecial(model, language);
    model.put("path", context.request().path());
    return model;
  }

  private void putSpecial(Map<String, Object> model, Language language) {
    Optional<SpecialPeriod> special = city.get().specialAt(clock.instant());
    model.put("specialId", special.map(SpecialPeriod::id).orElse(""));
    model.put("specialName", special.map(period -> period.name(language)).orElse(""));
    model.put("specialLast", special.map(period -> period.last().toString()).orElse(""));
  }

  private static Map<String, Object> merged(Map<String, Object> common, Map<String, Object> own) {
    Map<String, Object> model = new HashMap<>(common);
    model.putAll(own);
    return model;
  }

  private static Language language(Map<String, Object> model) {
    return (Language) model.get("language");
  }

  /** Put in here and not in templates, so that no form can forget it. */
  private static String withFormToken(RoutingContext context, String body) {
    String token = Visit.of(context).formToken();
    return token.isEmpty()
        ? body
        : POST_FORM
            .matcher(body)
            .replaceAll(
                "$0<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(Visit.FORM_FIELD, token));
  }

  private static void answer(RoutingContext context, String body) {
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Cookie");
    context.end(body);
  }
}
