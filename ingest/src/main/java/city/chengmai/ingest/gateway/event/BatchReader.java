package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.gateway.http.RequestRefused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a JSON array into the bytes of its elements, so that each is read, refused and sent on as if
 * it had come alone: nothing is written anew, and one bad event does not spoil the others.
 */
final class BatchReader {

  /** The most events of a batch. */
  static final int LARGEST_EVENTS = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  private BatchReader() {}

  static List<byte[]> split(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw notJson("the body is no JSON array of events");
      }
      List<byte[]> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element(parser, body));
        requireRoom(elements);
      }
      if (parser.nextToken() != null) {
        throw notJson("more text follows the array of events");
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw notJson("the array of events breaks at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw notJson("the array of events cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static byte[] element(JsonParser parser, byte[] body) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
    } else {
      parser.finishToken();
    }
    return Arrays.copyOfRange(body, start, (int) parser.currentLocation().getByteOffset());
  }

  private static void requireRoom(List<byte[]> elements) {
    if (elements.size() > LARGEST_EVENTS) {
      throw new RequestRefused(
          413,
          DeadLetterReason.TOO_LARGE.wireName(),
          "the batch has more than " + LARGEST_EVENTS + " events; send it in parts");
    }
  }

  private static RequestRefused notJson(String sentence) {
    return new RequestRefused(400, DeadLetterReason.NOT_JSON.wireName(), sentence);
  }
}
