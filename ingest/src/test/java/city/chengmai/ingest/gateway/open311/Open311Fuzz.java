package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.Category;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.testing.fuzz.FuzzTarget;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/**
 * Arguments of Open311, as a form and as a query. What a form becomes fits the schema of a report
 * and can be told in XML.
 */
public final class Open311Fuzz implements FuzzTarget {

  private static final Category LEAF = new Category("bikes", Optional.empty(), "单车", "Bikes");
  private static final Services SERVICES = new Services(List.of(LEAF));
  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Override
  public List<String> seeds() {
    return List.of(
        "service_code=bikes&lat=31.2&long=121.5&description=%E7%BD%91&first_name=%E6%98%8E&last_name=x"
            + "&phone=1&email=a%40b&media_url=https%3A%2F%2Fa.example%2Fb.jpg&attribute[X][]=1",
        "address_string=a&attribute[=&attribute[]=&attribute[a]b=2",
        "address_id=7&lat=NaN&long=1e3",
        "lat=0x1p3&long=1d&media_url=http://[::1",
        "start_date=2026-05-01&end_date=2026-05-03T00:00:00Z&status=open,closed&page=2&page_size=9",
        "start_date=%2B999999999-12-31",
        "end_date=-999999999-01-01",
        "start_date=%2B999999999-12-31T23:59:59-18:00&page=2147483647",
        "service_request_id=a,b,,%2C&service_code=bikes",
        "%u0041=%FF&;&==");
  }

  @Override
  public List<String> words() {
    return List.of(
        "description=",
        "lat=",
        "long=",
        "address_string=",
        "address_id=",
        "media_url=http://",
        "start_date=",
        "end_date=",
        "page=",
        "page_size=",
        "status=",
        "attribute[",
        "%00",
        "%EF%BF%BF");
  }

  @Override
  public void take(byte[] input) throws Exception {
    String text = FuzzTarget.text(input);
    try {
      filed(RequestForm.payload(Arguments.ofForm(text), LEAF));
    } catch (RequestRefused refused) {
      requireTheirs(refused);
    }
    try {
      RequestFilter.of(Arguments.ofForm(text), SERVICES, NOW, ZONE);
    } catch (RequestRefused refused) {
      requireTheirs(refused);
    }
  }

  private static void filed(ObjectNode payload) throws Exception {
    List<String> violations = SCHEMAS.violations(EventType.CASE_REPORTED, payload);
    if (!violations.isEmpty()) {
      throw new IllegalStateException(payload + ": " + violations);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addObject().put("description", payload.path("description").asText());
    String xml = XmlText.of(new Document("service_requests", list));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static void requireTheirs(RequestRefused refused) {
    if (refused.status() / 100 != 4) {
      throw refused;
    }
  }
}
