package city.chengmai.datasets.source.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Rows of a file with one JSON object a line. A line that is none is a faulty row. */
final class JsonLines implements RowReader {

  private static final JsonMapper JSON = new JsonMapper();

  private final String file;
  private final RowText text;
  private final BufferedReader lines;
  private long number;

  JsonLines(String file, Reader text) {
    this.file = file;
    this.text = new RowText(text);
    this.lines = new BufferedReader(this.text);
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    String line = line();
    while (line != null && line.isBlank()) {
      line = line();
    }
    return line == null ? Optional.empty() : Optional.of(row(line));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private String line() throws IOException {
    text.nextRow();
    return lines.readLine();
  }

  private SourceRow row(String line) {
    number++;
    try {
      JsonNode node = JSON.readTree(line);
      RowFault fault = line.indexOf('\uFFFD') >= 0 ? RowFault.BAD_ENCODING : RowFault.NONE;
      return new JsonRow(file, number, node, node.isObject() ? fault : RowFault.UNREADABLE);
    } catch (JsonProcessingException e) {
      return new JsonRow(file, number, MissingNode.getInstance(), RowFault.UNREADABLE);
    }
  }
}
