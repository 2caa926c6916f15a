package city.chengmai.dashboard.chart.draw;

import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes elements without white space between them and attributes in a fixed order. */
final class SvgWriter {
  private SvgWriter() {}

  static String write(Element root) {
    StringBuilder out = new StringBuilder();
    write(root, out);
    return out.toString();
  }

  private static void write(Element element, StringBuilder out) {
    out.append('<').append(element.getTagName());
    attributes(element)
        .forEach((name, value) -> out.append(' ' + name + "=\"" + escape(value) + '"'));
    if (element.getFirstChild() == null) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        write(inner, out);
      } else if (child.getNodeType() == Node.TEXT_NODE) {
        out.append(escape(child.getNodeValue()));
      }
    }
    out.append("</").append(element.getTagName()).append('>');
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    NamedNodeMap nodes = element.getAttributes();
    for (int i = 0; i < nodes.getLength(); i++) {
      attributes.put(nodes.item(i).getNodeName(), nodes.item(i).getNodeValue());
    }
    return attributes;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
