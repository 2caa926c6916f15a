package city.chengmai.dashboard.report;

import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns well-formed XHTML with inline SVG into PDF. Only the house font is used and embedded;
 * nothing is loaded from anywhere. Has no state beyond the font's bytes and is safe to share.
 */
public final class PdfRenderer {

  /** Stands for a character that the house font lacks, as printers have it (〓). */
  private static final int MISSING = 0x3013;

  /** XML can hold no control characters but tab and the ends of lines. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

  private final Map<FontWeight, byte[]> fonts = new EnumMap<>(FontWeight.class);

  /** A renderer with the shipped font. */
  public PdfRenderer() {
    for (FontWeight weight : FontWeight.values()) {
      fonts.put(weight, read(weight));
    }
  }

  private static byte[] read(FontWeight weight) {
    try (InputStream in = HouseFont.file(weight)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + weight.fileName(), e);
    }
  }

  /** The document. */
  public byte[] render(String xhtml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BatikSVGDrawer drawer =
        new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      fonts.forEach(
          (weight, bytes) -> {
            FSSupplier<InputStream> font = () -> new ByteArrayInputStream(bytes);
            builder.useFont(font, HouseFont.FAMILY, weight.number(), FontStyle.NORMAL, true);
          });
      builder.useSVGDrawer(drawer);
      builder.useUnicodeLineBreaker(new LineBreaks());
      builder.useUriResolver((base, uri) -> null);
      builder.withHtmlContent(showable(xhtml), null);
      builder.withProducer("Chengmai");
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a document to memory", e);
    }
    return out.toByteArray();
  }

  /** Rare characters of names and addresses are not in the cut of the font. */
  private static String showable(String xhtml) {
    HouseFont font = HouseFont.shipped();
    String text = CONTROL.matcher(xhtml).replaceAll(" ");
    if (font.canShow(text.replace("\n", "").replace("\t", ""))) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point < ' ' || font.canShow(Character.toString(point)) ? point : MISSING)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
