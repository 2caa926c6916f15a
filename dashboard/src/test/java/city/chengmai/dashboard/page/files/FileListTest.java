package city.chengmai.dashboard.page.files;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.page.files.FileList.Wish;
import org.junit.jupiter.api.Test;

class FileListTest {

  @Test
  void whatDoesNotFitCountsAsNotSaid() {
    assertThat(Wish.of("vehicle", "", "", "sideways", "-4"))
        .isEqualTo(new Wish("enterprise", "", "", "name", 1));
    assertThat(Wish.of("building", "a", "g", "oldest", "999999").page()).isEqualTo(100_000);
  }

  @Test
  void anAddressCarriesTheWholeWish() {
    assertThat(Wish.of("building", "云 栈&", "xq-l02", "lacking", "2").address("building", 3))
        .isEqualTo(
            "/files?kind=building&q=%E4%BA%91+%E6%A0%88%26&grid=xq-l02&order=lacking&page=3");
  }
}
