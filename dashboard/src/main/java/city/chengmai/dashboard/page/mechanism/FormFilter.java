package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The choice of one form of community (社区形态): the grids of that form alone are counted.
 *
 * @param chosen form; empty for all
 */
record FormFilter(String chosen) {

  /** A choice, with how many grids there are of it. */
  public record Choice(String key, String name, String path, String grids, boolean chosen) {}

  /**
   * What a request asks for.
   *
   * @param seen the areas that the visitor may see
   * @throws BadParameterException when no grid of these has the form
   */
  static FormFilter of(RoutingContext context, CityModel seen) {
    String wanted = Optional.ofNullable(context.request().getParam("form")).orElse("").strip();
    Map<String, Long> forms = forms(seen);
    if (!wanted.isEmpty() && !forms.containsKey(wanted)) {
      throw new BadParameterException("form", wanted, String.join(", ", forms.keySet()));
    }
    return new FormFilter(wanted);
  }

  /**
   * The choices; none when all grids are of one form or nobody knows of which.
   *
   * @param path of the page without the choice
   */
  List<Choice> choices(CityModel seen, String path, Figures figures) {
    Messages messages = figures.messages();
    Map<String, Long> forms = forms(seen);
    return forms.size() < 2
        ? List.of()
        : forms.entrySet().stream()
            .map(
                form ->
                    new Choice(
                        form.getKey(),
                        messages.textOr("community-form." + form.getKey(), form.getKey()),
                        path + "?form=" + PathSegment.of(form.getKey()),
                        figures.count(form.getValue()),
                        form.getKey().equals(chosen)))
            .toList();
  }

  private static Map<String, Long> forms(CityModel seen) {
    return seen.baseGrids().stream()
        .map(AreaRow::communityForm)
        .filter(form -> !form.isEmpty())
        .collect(Collectors.groupingBy(form -> form, TreeMap::new, Collectors.counting()));
  }
}
