package city.chengmai.ingest.gateway.open311;

import city.chengmai.ingest.gateway.http.Answer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the specification draws once for XML and JSON: in JSON the content alone, in XML inside an
 * element with the root's name.
 *
 * @param root name of the outermost element
 * @param content an object, or an array whose elements get their name from the root
 */
record Document(String root, JsonNode content) {

  Answer answer(int status, Format format) {
    String text = format == Format.JSON ? content.toString() : XmlText.of(this);
    return Answer.of(status, format.contentType(), text);
  }
}
