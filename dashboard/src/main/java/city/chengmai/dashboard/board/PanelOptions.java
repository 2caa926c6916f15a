package city.chengmai.dashboard.board;

import city.chengmai.datasets.catalogue.Catalogue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the options of one panel. */
final class PanelOptions {

  private static final String QUERY = "[0-9a-f-]{36}";
  private static final String AREA = "\\S{1,80}";
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final Spot spot;

  PanelOptions(Spot spot) {
    this.spot = spot;
  }

  Map<String, Object> read(PanelKind kind) {
    Map<String, Object> options = new LinkedHashMap<>();
    kind.options().forEach(option -> options.put(option.key(), value(option)));
    if (kind == PanelKind.MAP) {
      requireTogether(options);
    }
    return options;
  }

  private Object value(PanelOption option) {
    String key = option.key();
    return switch (option.type()) {
      case WHOLE -> spot.whole(key, option.least(), option.most(), (Integer) option.otherwise());
      case CHOICE -> choice(option);
      case INDICATOR -> spot.has(key) ? indicator(key) : "";
      case AREA -> spot.has(key) ? spot.text(key, AREA, "area").orElse("") : "";
      case QUERY -> spot.text(key, QUERY, "query").orElse("");
      case FIGURES -> spot.has(key) ? figures(option) : option.otherwise();
    };
  }

  private String choice(PanelOption option) {
    String word = spot.has(option.key()) ? spot.seen(option.key()) : option.choices().get(0);
    if (!option.choices().contains(word)) {
      spot.fault(option.key(), "one-of", String.join(", ", option.choices()));
    }
    return word;
  }

  private String indicator(String key) {
    String id = spot.seen(key);
    if (CATALOGUE.find(id).isEmpty()) {
      spot.fault(key, "indicator");
    }
    return id;
  }

  private List<String> figures(PanelOption option) {
    JsonNode list = spot.get(option.key());
    if (!list.isArray() || list.size() < option.least() || list.size() > option.most()) {
      spot.fault(option.key(), "list", "" + option.least(), "" + option.most());
      return List.of();
    }
    List<String> figures = new ArrayList<>();
    for (JsonNode one : list) {
      String word = one.asText();
      boolean known = option.choices().contains(word) || CATALOGUE.find(word).isPresent();
      if (!known || figures.contains(word)) {
        spot.fault(option.key(), "figures", word, String.join(", ", option.choices()));
      }
      figures.add(word);
    }
    return figures;
  }

  /** An indicator colours a map that is coloured by one, and no other. */
  private void requireTogether(Map<String, Object> options) {
    boolean byIndicator = "indicator".equals(options.get("colour"));
    boolean named = !"".equals(options.get("indicator"));
    if (byIndicator && !named) {
      spot.fault("indicator", "indicator");
    } else if (named && !byIndicator) {
      spot.fault("colour", "one-of", "indicator");
    }
  }
}
