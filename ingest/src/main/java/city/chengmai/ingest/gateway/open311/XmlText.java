package city.chengmai.ingest.gateway.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes documents as XML, by the mapping of the specification (its "Spark convention"). */
final class XmlText {

  /** Name of a list, and of each element in it. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "services", "service",
          "service_requests", "request",
          "errors", "error",
          "attributes", "attribute",
          "values", "value",
          "endpoints", "endpoint",
          "formats", "format");

  /** The platform's own, whatever other libraries bring: they write the declaration otherwise. */
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private XmlText() {}

  static String of(Document document) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
      writer.writeStartDocument("utf-8", "1.0");
      write(writer, document.root(), document.content());
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML into memory", e);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter writer, String name, JsonNode content)
      throws XMLStreamException {
    if (content.isNull() || (content.isTextual() && content.textValue().isEmpty())) {
      writer.writeEmptyElement(name);
      return;
    }
    writer.writeStartElement(name);
    if (content.isObject()) {
      for (Map.Entry<String, JsonNode> member : content.properties()) {
        write(writer, member.getKey(), member.getValue());
      }
    } else if (content.isArray()) {
      for (JsonNode element : content) {
        write(writer, ELEMENTS.get(name), element);
      }
    } else {
      writer.writeCharacters(allowed(content.asText()));
    }
    writer.writeEndElement();
  }

  // XML 1.0 has no way to write most control characters, not even escaped.
  private static String allowed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isCharacter).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
