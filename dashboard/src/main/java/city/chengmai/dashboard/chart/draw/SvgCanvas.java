package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.font.HouseFont;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Turns drawing calls into an SVG element to be put inline into a page: presentation attributes
 * only, identifiers with a prefix of their own, text that stays text in the house font.
 */
public final class SvgCanvas {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int PRECISION = 2;

  private SvgCanvas() {}

  /** How letters are written. */
  public enum Letters {
    /** As text, for pages that load the house font. */
    TEXT,
    /** As outlines, for documents that do not. */
    OUTLINES
  }

  /** Draws and returns the {@code <svg>} element. */
  public static String svg(
      Caption caption, Frame frame, String prefix, Letters letters, Consumer<Graphics2D> drawing) {
    // Before anything asks Java for a font: see BareMachine.
    HouseFont.shipped();
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setIDGenerator(new Prefixed(prefix));
    context.setPrecision(PRECISION);
    context.setComment(null);
    SVGGraphics2D g2 = new SVGGraphics2D(context, letters == Letters.OUTLINES);
    g2.setSVGCanvasSize(new Dimension(frame.width(), frame.height()));
    drawing.accept(g2);
    Element root = g2.getRoot();
    SvgTidy.tidy(root, frame);
    describe(root, caption, frame, prefix);
    return SvgWriter.write(root);
  }

  private static void describe(Element root, Caption caption, Frame frame, String prefix) {
    root.setAttribute("xmlns", SVG);
    root.setAttribute("viewBox", "0 0 " + frame.width() + " " + frame.height());
    root.setAttribute("role", "img");
    root.setAttribute("font-family", HouseFont.FAMILY);
    root.setAttribute("aria-labelledby", prefix + "t " + prefix + "d");
    Element description = text(root, "desc", prefix + "d", caption.description());
    root.insertBefore(description, root.getFirstChild());
    root.insertBefore(text(root, "title", prefix + "t", caption.title()), description);
  }

  private static Element text(Element root, String name, String id, String words) {
    Element element = root.getOwnerDocument().createElementNS(SVG, name);
    element.setAttribute("id", id);
    element.appendChild(root.getOwnerDocument().createTextNode(words));
    return element;
  }

  /** Batik's identifiers, made unique in a page that holds many charts. */
  private static final class Prefixed extends SVGIDGenerator {
    private final String chart;

    Prefixed(String chart) {
      this.chart = chart;
    }

    @Override
    public String generateID(String prefix) {
      return chart + super.generateID(prefix);
    }
  }
}
