package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What templates may call: {@code t(key, …)} for a message, {@code asset(file)} for an address,
 * {@code segment(id)} for an id as a part of an address.
 */
final class HouseExtension extends AbstractExtension {

  private final AssetVersion assets;

  HouseExtension(AssetVersion assets) {
    this.assets = assets;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(
        "t", new Positional((arguments, context) -> message(arguments, context)),
        "asset", new Positional((arguments, context) -> assets.address(first(arguments))),
        "segment", new Positional((arguments, context) -> PathSegment.of(first(arguments))));
  }

  private static Object message(Map<String, Object> arguments, EvaluationContext context) {
    Object[] values = new Object[arguments.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(String.valueOf(i + 1));
    }
    Language language = Language.of(context.getLocale().getLanguage()).orElseThrow();
    return Messages.of(language).text(first(arguments), values);
  }

  private static String first(Map<String, Object> arguments) {
    return String.valueOf(arguments.get("0"));
  }

  private record Positional(BiFunction<Map<String, Object>, EvaluationContext, Object> body)
      implements Function {

    @Override
    public List<String> getArgumentNames() {
      return null;
    }

    @Override
    public Object execute(
        Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
      return body.apply(arguments, context);
    }
  }
}
