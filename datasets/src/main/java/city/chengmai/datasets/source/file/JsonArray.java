package city.chengmai.datasets.source.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Rows of a JSON array, which may lie within objects. One element is in memory at a time. */
final class JsonArray implements RowReader {

  private static final JsonMapper JSON = new JsonMapper();

  private final String file;
  private final JsonParser parser;
  private long number;

  /** Opens the array at these member names; none when it is the whole file. */
  JsonArray(String file, Reader text, String path) throws IOException {
    this.file = file;
    this.parser = JSON.createParser(text);
    parser.nextToken();
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        enter(name, path);
      }
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("expected a JSON array at \"/" + path + "\" (file.path)");
    }
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IOException("the array ends early, after element " + number);
    }
    if (token == JsonToken.END_ARRAY) {
      return Optional.empty();
    }
    number++;
    JsonNode node = JSON.readTree(parser);
    return Optional.of(new JsonRow(file, number, node, fault(node)));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static RowFault fault(JsonNode node) {
    if (!node.isObject()) {
      return RowFault.UNREADABLE;
    }
    for (JsonNode value : node) {
      if (value.isTextual() && value.textValue().indexOf('\uFFFD') >= 0) {
        return RowFault.BAD_ENCODING;
      }
    }
    return RowFault.NONE;
  }

  private void enter(String name, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean here = parser.currentName().equals(name);
        parser.nextToken();
        if (here) {
          return;
        }
        parser.skipChildren();
      }
    }
    throw new IOException("expected a member \"" + name + "\" on the way to \"/" + path + "\"");
  }
}
