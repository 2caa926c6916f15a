package city.chengmai.dashboard.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;

/** Reads ClickHouse's text of a {@code DateTime64(3, 'UTC')}: {@code 2026-11-22 01:02:03.000}. */
final class UtcMoment extends StdDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  UtcMoment() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getText().replace(' ', 'T');
    return Instant.parse(text.endsWith("Z") ? text : text + "Z");
  }
}
