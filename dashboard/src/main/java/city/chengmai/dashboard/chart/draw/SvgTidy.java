package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Rids Batik's output of what repeats SVG's defaults, and names the fonts as pages know them. */
final class SvgTidy {
  private static final Set<String> NOISE =
      Set.of(
          "color-interpolation",
          "color-rendering",
          "image-rendering",
          "shape-rendering",
          "text-rendering",
          "xml:space",
          "contentScriptType",
          "contentStyleType",
          "preserveAspectRatio",
          "zoomAndPan",
          "version",
          "xmlns:xlink");

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

  static void tidy(Element root, Frame frame) {
    dropClipsToWholeFrame(root, frame);
    NOISE.forEach(root::removeAttribute);
    DEFAULTS.forEach(
        (name, value) -> {
          if (root.getAttribute(name).equals(value)) {
            root.removeAttribute(name);
          }
        });
    tidyBelow(root);
  }

  /** JFreeChart clips to the whole drawing first, which the svg element does anyway. */
  private static void dropClipsToWholeFrame(Element root, Frame frame) {
    String whole =
        String.format(
            Locale.ROOT, "M0 0 L%1$d 0 L%1$d %2$d L0 %2$d L0 0 Z", frame.width(), frame.height());
    Set<String> dropped = new HashSet<>();
    for (Element clip : elements(root)) {
      if (clip.getTagName().equals("clipPath")
          && clip.getFirstChild() instanceof Element path
          && path.getAttribute("d").equals(whole)) {
        dropped.add("url(#" + clip.getAttribute("id") + ")");
        clip.getParentNode().removeChild(clip);
      }
    }
    for (Element element : elements(root)) {
      if (dropped.contains(element.getAttribute("clip-path"))) {
        element.removeAttribute("clip-path");
      }
    }
  }

  private static List<Element> elements(Element root) {
    NodeList nodes = root.getElementsByTagNameNS("*", "*");
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
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
