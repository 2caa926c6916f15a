package city.chengmai.analytics.model.theme;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.theme.Themes.Limits;
import city.chengmai.analytics.model.theme.Themes.Text;
import city.chengmai.analytics.model.theme.Themes.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThemesTest {

  private static final Limits LIMITS = new Limits(5, 5, 0.8, 3);

  private final List<Text> texts = new ArrayList<>();

  @Test
  void wordsOfChineseAndEnglishAreFound() {
    assertThat(TextWords.of("居民上报:晾衣架损坏,请尽快处理。Drying racks broken, the RACK fell!"))
        .contains("居民", "损坏", "处理", "drying", "rack", "broken")
        .doesNotContain("racks", "the", "RACK", "。", "请");
    assertThat(TextWords.of("")).isEmpty();
    assertThat(TextWords.of("12345 ，。!? \n 3")).isEmpty();
  }

  @Test
  void eachThingThatACategoryIsAboutIsATheme() {
    told("community", "晾衣架倒塌,希望加固", 12);
    told("community", "drying racks in the yard are broken", 7);
    told("community", "骑楼墙面开裂,存在隐患", 9);
    told("streets", "路面坑洼积水", 30);
    told("streets", "potholes on the road", 20);
    List<Theme> themes =
        themes().stream().filter(one -> one.category().equals("community")).toList();
    assertThat(themes).hasSize(3);
    assertThat(themes).extracting(theme -> theme.ids().size()).containsExactly(12, 9, 7);
    assertThat(themes.get(2).word()).isIn("drying", "rack", "yard", "broken");
    assertThat(themes.get(2).others()).hasSize(3);
  }

  @Test
  void aWordOfEveryCategoryIsNoTheme() {
    told("community", "市民来电反映,晾衣架倒塌", 12);
    told("community", "市民来电反映,骑楼墙面开裂", 12);
    told("streets", "市民来电反映,路面坑洼", 30);
    assertThat(themes()).extracting(Theme::word).doesNotContain("市民", "来电", "反映");
  }

  @Test
  void fewTextsMakeNoTheme() {
    told("community", "晾衣架倒塌", 4);
    told("streets", "路面坑洼", 30);
    assertThat(themes()).noneMatch(theme -> theme.category().equals("community"));
    assertThat(new Themes(List.of(), LIMITS).all()).isEmpty();
  }

  @Test
  void theOrderOfTextsMakesNoDifference() {
    told("community", "晾衣架倒塌,希望加固", 12);
    told("community", "骑楼墙面开裂,存在隐患", 12);
    told("community", "drying racks broken", 12);
    told("streets", "路面坑洼积水", 30);
    List<Theme> first = themes();
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(texts, new Random(seed));
      assertThat(themes()).isEqualTo(first);
    }
  }

  private List<Theme> themes() {
    return new Themes(texts, LIMITS).all();
  }

  private void told(String category, String text, int times) {
    for (int i = 0; i < times; i++) {
      texts.add(new Text("t" + texts.size(), category, TextWords.of(text)));
    }
  }
}
