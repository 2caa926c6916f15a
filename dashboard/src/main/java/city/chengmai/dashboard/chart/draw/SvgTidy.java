package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Rids Batik's output of what repeats SVG's defaults, and names the fonts as pages know them. */
final class SvgTidy {
  private static final Set<String> NOISE =
      Set.of(
          "color-interpolation",
          "color-rendering",
          "image-rendering",
          "shape-rendering",
          "text-rendering",
          "contentScriptType",
          "contentStyleType",
          "preserveAspectRatio",
          "zoomAndPan",
          "version");

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "stroke-width", "1",
          "stroke-linejoin", "miter",
          "stroke-dasharray", "none",
          "stroke-dashoffset", "0",
          "stroke-opacity", "1",
          "fill-opacity", "1",
          "fill", "black");

  private SvgTidy() {}

  static void tidy(Element root) {
    NOISE.forEach(root::removeAttribute);
    DEFAULTS.forEach(
        (name, value) -> {
          if (root.getAttribute(name).equals(value)) {
            root.removeAttribute(name);
          }
        });
    tidyBelow(root);
  }

  private static void tidyBelow(Element element) {
    NOISE.forEach(element::removeAttribute);
    nameFont(element);
    // Every chart has a "genericDefs"; twice in a page it would be a duplicate identifier.
    if (element.getAttribute("id").equals("genericDefs")) {
      element.removeAttribute("id");
    }
    Node child = element.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (child instanceof Element inner) {
        tidyBelow(inner);
      }
      child = next;
    }
  }

  /** AWT gives each weight a family of its own; CSS has one family with weights. */
  private static void nameFont(Element element) {
    String family = element.getAttribute("font-family");
    if (family.isEmpty()) {
      return;
    }
    FontWeight weight = family.contains("Medium") ? FontWeight.MEDIUM : FontWeight.REGULAR;
    element.setAttribute("font-family", HouseFont.FAMILY);
    element.setAttribute("font-weight", Integer.toString(weight.number()));
  }
}
