package city.chengmai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    ObjectNode data =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"category\":\"street-order\",\"caller\":{\"name\":\"欧阳静思\"},"
                        + "\"description\":\"欧阳静思 says so\",\"officer\":\"张三\","
                        + "\"attributes\":{\"kind\":\"13912345678\"}}");
    new Pseudonymizer(HASH).pseudonymize(data);
    assertThat(data.toString())
        .doesNotContain("欧阳静思", "张三", "13912345678")
        .contains("street-order", "[person] says so");
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
