package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.page.review.CasePictures.Picture;
import city.chengmai.dashboard.query.CaseQueries.CaseEventRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasePicturesTest {

  @Test
  void picturesOfTheReportStandBeforeThoseOfTheClosing() {
    CasePictures pictures =
        CasePictures.of(
            List.of(
                event("reported", "{\"photos\":[\"https://pictures.example/1.jpg\"]}"),
                event("disposed", "{\"photos\":[\"https://pictures.example/2.jpg\"]}"),
                event("closed", "{\"photos\":[\"https://pictures.example/3.jpg\",\"4.jpg\"]}")));
    assertThat(pictures.any()).isTrue();
    assertThat(pictures.before())
        .containsExactly(
            new Picture("https://pictures.example/1.jpg", "https://pictures.example/1.jpg"));
    assertThat(pictures.after())
        .extracting(Picture::text, Picture::address)
        .containsExactly(
            tuple("https://pictures.example/3.jpg", "https://pictures.example/3.jpg"),
            tuple("4.jpg", ""));
  }

  @Test
  void whatIsNoAddressOfTheWebIsNoLink() {
    String photos =
        "{\"photos\":[\"javascript:alert(1)\",\"file:///etc/passwd\",\"data:text/html,x\","
            + "\"https:\",\"//pictures.example/1.jpg\",\"https://a b\",\"HTTPS://ok.example/1\"]}";
    assertThat(CasePictures.of(List.of(event("reported", photos))).before())
        .extracting(Picture::address)
        .containsExactly("", "", "", "", "", "", "HTTPS://ok.example/1");
  }

  @Test
  void whatCannotBeReadIsNoPicture() {
    for (String data : List.of("", "no json", "{}", "{\"photos\":5}", "{\"photos\":[{\"a\":1}]}")) {
      assertThat(CasePictures.of(List.of(event("reported", data))).any()).as(data).isFalse();
    }
  }

  private static CaseEventRow event(String name, String data) {
    Instant at = Instant.parse("2026-03-01T00:00:00Z");
    return new CaseEventRow("urn:test", name, "cn.grid.case." + name, at, at, data);
  }
}
