package city.chengmai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import city.chengmai.datasets.source.FeedRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {

  private static final KeyedHash HASH = new KeyedHash("a key for tests only");

  @ParameterizedTest
  @CsvSource({
    "call 13912345678 now, call [phone] now",
    "call +86 139-1234-5678, call [phone]",
    "１３９１２３４５６７８, [phone]",
    "tel 021-52345678., tel [phone].",
    "617-635-4500 is city hall, [phone] is city hall",
    "id 31010519900307451X, id [identity]",
    "车牌沪A12345停在路边, 车牌[plate]停在路边",
    "新能源粤B·D12345, 新能源[plate]",
    "23 Main St 02118, 23 Main St 02118",
    "no digits here, no digits here",
    "order 139123456789012, order 139123456789012",
  })
  void freeTextKeepsWhatIsNotPersonal(String text, String masked) {
    assertThat(FreeText.mask(text)).isEqualTo(masked);
  }

  @Test
  void aHashIsStableKeyedAndNotHashedAgain() {
    String hash = HASH.of("13912345678");
    assertThat(hash).matches("hmac:[0-9a-f]{32}").isEqualTo(HASH.of("13912345678"));
    assertThat(HASH.of(hash)).isEqualTo(hash);
    assertThat(new KeyedHash("another key for tests").of("13912345678")).isNotEqualTo(hash);
  }

  @Test
  void aCallersNameIsMaskedInTheDescriptionToo() throws JsonProcessingException {
    String order =
        """
        {"category":"street-order","caller":{"name":"欧阳静思","phone":"62345678"},
         "description":"欧阳 静思 says so, tel 6234-5678","caseId":"case-欧阳静思"}""";
    assertThat(pseudonymized(EventType.ORDER_RECEIVED, order))
        .doesNotContain("欧阳", "静思", "62345678", "6234-5678")
        .contains("street-order", "[person] says so")
        .containsPattern("\"caseId\":\"hmac:[0-9a-f]{32}\"");
  }

  @Test
  void everyPersonOfATypeIsHashedWhateverItsMemberIsCalled() throws JsonProcessingException {
    assertThat(pseudonymized(EventType.CALIBRATION_APPROVED, "{\"approver\":\"欧阳静思\"}"))
        .containsPattern("\"approver\":\"hmac:[0-9a-f]{32}\"");
    String record =
        """
        {"recordKind":"building","attributes":{"phone":"62345678","note":"call 62345678",
         "13912345678":"x"},"changes":[{"field":"owner","before":"联系人：王小明","after":"无"}]}""";
    assertThat(pseudonymized(EventType.RECORD_UPDATED, record))
        .doesNotContain("62345678", "13912345678", "王小明")
        .contains("building", "\"field\":\"owner\"", "\"after\":\"无\"");
  }

  @ParameterizedTest
  @CsvSource({
    "姓名：王小明，男, 姓名：[person]，男",
    "来电人李雷反映占道, 来电人[person]反映占道",
    "我叫诸葛静思, 我叫[person]",
    "联系方式 62345678, 联系方式 [phone]",
    "身份证号310105900307451, 身份证号[identity]",
    "my name is Jane Doe and I live here, my name is [person] and I live here",
    "业主王先生来电, 业主王先生来电",
    "联系人不在, 联系人不在",
    "明澜路18号, 明澜路18号",
  })
  void labelsGivePersonsAway(String text, String masked) {
    assertThat(FreeText.mask(text)).isEqualTo(masked);
  }

  @Test
  void attributesThatHoldAPersonAreHashedAndOthersStay() throws JsonProcessingException {
    ObjectNode envelope =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"id\":\"C20260301-17-1\",\"source\":\"demo/devices\","
                        + "\"subject\":\"13912345678\"}");
    new Pseudonymizer(HASH).pseudonymizeAttributes(envelope);
    assertThat(envelope.get("id").asText()).isEqualTo("C20260301-17-1");
    assertThat(envelope.get("source").asText()).isEqualTo("demo/devices");
    assertThat(envelope.get("subject").asText()).isEqualTo(HASH.of("13912345678"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "boston-311-2011"})
  void idsOfTheBundledCitiesLookLikeNobody(String name) {
    City city = Cities.load(name, CityOptions.at(Instant.parse("2026-05-01T00:00:00Z")));
    Pseudonymizer pseudonymizer = new Pseudonymizer(HASH);
    Iterator<FeedRecord> records = city.feed().from(0);
    for (int i = 0; i < 6_000; i++) {
      for (Event event : records.next().events()) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("id", event.id());
        envelope.put("source", event.source()).put("subject", event.subject());
        ObjectNode before = envelope.deepCopy();
        pseudonymizer.pseudonymizeAttributes(envelope);
        assertThat(envelope).isEqualTo(before);
        ObjectNode data = event.data().deepCopy();
        pseudonymizer.pseudonymize(event.type(), data);
        for (String id : List.of("caseId", "orderId", "siteId", "areaId", "category", "runId")) {
          assertThat(data.path(id)).as(event.id()).isEqualTo(event.data().path(id));
        }
      }
    }
  }

  private static String pseudonymized(EventType type, String json) throws JsonProcessingException {
    ObjectNode data = (ObjectNode) new ObjectMapper().readTree(json);
    Pseudonymizer pseudonymizer = new Pseudonymizer(HASH);
    pseudonymizer.pseudonymize(type, data);
    String once = data.toString();
    pseudonymizer.pseudonymize(type, data);
    assertThat(data).as("a second pass changes nothing").hasToString(once);
    return once;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reporter\":{\"name\":\"欧阳静思\",\"phone\":\"13912345678\"",
        "name: 欧阳静思, tel 139 1234 5678",
        "{\"name\":\"\\u6b27\\u9633\\u9759\\u601d\",\"x\":\"\\u003139123\\u00345678\"}",
        "{\"name\":\"欧阳静思\",\"text\":\"欧阳静思 again\"}",
        "姓名：欧阳静思",
      })
  void deadLettersAreMaskedWhateverTheyAre(String text) {
    assertThat(DeadLetterMask.mask(text)).doesNotContain("欧阳静思", "13912345678", "139 1234 5678");
  }

  @Test
  void anAreaNameIsNoPersonsName() {
    assertThat(DeadLetterMask.mask("{\"areaName\":\"Ward 3\"}")).contains("Ward 3");
  }
}
