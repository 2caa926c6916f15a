package city.chengmai.ingest.gateway.open311;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.jetty.server.Request;

/**
 * The discovery document: where the endpoint is and what it speaks.
 *
 * @param url address of the gateway, without the path; empty: the one the client used
 * @param since since when the services are as they are
 * @param test whether what is filed is only for trying
 */
record Discovery(String url, Instant since, boolean test) {

  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

  Document document(Request request, Words words) {
    String changed = since.truncatedTo(ChronoUnit.SECONDS).toString();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("changeset", changed);
    document.put("contact", words.of("discovery.contact"));
    document.put("key_service", words.of("discovery.key"));
    ObjectNode endpoint = document.putArray("endpoints").addObject();
    endpoint.put("specification", SPECIFICATION).put("url", base(request) + "/open311/v2");
    endpoint.put("changeset", changed).put("type", test ? "test" : "production");
    endpoint.putArray("formats").add("text/xml").add("application/json");
    return new Document("discovery", document);
  }

  private String base(Request request) {
    return url.isEmpty()
        ? "http://" + Request.getServerName(request) + ":" + Request.getServerPort(request)
        : url;
  }
}
