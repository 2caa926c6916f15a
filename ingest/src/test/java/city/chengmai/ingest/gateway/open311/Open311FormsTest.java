package city.chengmai.ingest.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.source.Category;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Open311FormsTest {

  private static final Category ROOT = new Category("street", Optional.empty(), "街面", "Street");
  private static final Category LEAF =
      new Category("street/bikes", Optional.of("street"), "单车", "Bikes");

  @Test
  void onlyLeavesAreServicesAndTheirCodesFitIntoPaths() {
    Services services = new Services(List.of(ROOT, LEAF));
    assertThat(services.require("street.bikes")).isEqualTo(LEAF);
    assertThat(services.require("street/bikes")).isEqualTo(LEAF);
    assertThatThrownBy(() -> services.require("street")).hasMessageContaining("was not found");
    Category twin = new Category("street.bikes", Optional.empty(), "又", "Again");
    assertThatThrownBy(() -> new Services(List.of(ROOT, LEAF, twin)))
        .hasMessageContaining("same Open311 service code");
  }

  @Test
  void xmlNamesListElementsAndLeavesOutWhatXmlCannotSay() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addObject().put("description", "a\u0000\u000B<b>&\uD83D\uDE00").putNull("zipcode");
    assertThat(XmlText.of(new Document("service_requests", list)))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><description>"
                + "a&lt;b&gt;&amp;\uD83D\uDE00</description><zipcode/></request></service_requests>");
  }

  @Test
  void emptyArgumentsAreAbsentAndAttributesMayRepeat() {
    Arguments arguments =
        Arguments.ofForm(
            "status=&service_code=a%2Cb&service_code=c&attribute[X][]=1&attribute%5BX%5D%5B%5D=2"
                + "&attribute[Y]=%E7%BD%91+%E6%A0%BC");
    assertThat(arguments.text("status")).isEmpty();
    assertThat(arguments.list("service_code")).containsExactly("a", "b", "c");
    assertThat(arguments.attributes())
        .isEqualTo(Map.of("X", List.of("1", "2"), "Y", List.of("网 格")));
    assertThatThrownBy(() -> Arguments.ofForm("a=%E7%BD").text("a")).hasMessageContaining("UTF-8");
  }

  @Test
  void theWindowIsTheLast90DaysUnlessSaidOtherwise() {
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(filter("", now).from()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(filter("", now).to()).isEqualTo(now);
    assertThat(filter("start_date=2026-01-01T00:00:00Z", now).to())
        .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(filter("end_date=2026-04-01T08:00:00+08:00", now).from())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(filter("start_date=2026-05-01", now).from())
        .isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
    assertThat(filter("page=3&page_size=50", now).offset()).isEqualTo(100);
    assertThatThrownBy(() -> filter("page_size=1001", now)).hasMessageContaining("1000");
    assertThatThrownBy(() -> filter("page=1.5", now)).hasMessageContaining("whole number");
    assertThatThrownBy(
            () -> filter("start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z", now))
        .hasMessageContaining("after");
  }

  @Test
  void aFormBecomesAReportWithThePersonInOnePlace() {
    ObjectNode data =
        RequestForm.payload(
            Arguments.ofForm(
                "lat=31.2&long=121.4&first_name=Ann&last_name=Smith&email=a%40b.example"
                    + "&description=A+hole&attribute[SIZE]=2&attribute[SIZE]=3&address_id=grid-7"),
            LEAF);
    assertThat(data.path("reporter").toString())
        .isEqualTo("{\"name\":\"Ann Smith\",\"email\":\"a@b.example\"}");
    assertThat(data.path("description").asText()).isEqualTo("A hole\nSIZE: 2, 3");
    assertThat(data.path("areaId").asText()).isEqualTo("grid-7");
    assertThat(data.path("point").path("longitude").asDouble()).isEqualTo(121.4);
    assertThatThrownBy(() -> payload("address_string=x&media_url=ftp://a/b"))
        .hasMessageContaining("http");
    assertThatThrownBy(() -> payload("address_string=x&description=" + "y".repeat(4_001)))
        .hasMessageContaining("4000");
    assertThatThrownBy(() -> payload("lat=NaN&long=1")).hasMessageContaining("lat");
  }

  @Test
  void idsAreReadableAndDoNotRepeat() {
    Instant now = Instant.parse("2026-05-01T20:00:00Z");
    String id = RequestId.make(now, ZoneId.of("Asia/Shanghai"));
    assertThat(id).matches("20260502-[0-9A-HJKMNP-TV-Z]{12}");
    assertThat(RequestId.make(now, ZoneId.of("Asia/Shanghai"))).isNotEqualTo(id);
  }

  private static ObjectNode payload(String form) {
    return RequestForm.payload(Arguments.ofForm(form), LEAF);
  }

  private static RequestFilter filter(String query, Instant now) {
    return RequestFilter.of(
        Arguments.ofForm(query), new Services(List.of(LEAF)), now, ZoneId.of("Asia/Shanghai"));
  }
}
