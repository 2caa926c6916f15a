package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressWordsTest {

  private static final Messages CHINESE = Messages.of(Language.CHINESE);
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          75000 events sent                           | 已发送 75,000 个事件
          146970 records behind                       | 还有 146,970 条记录待处理
          portraits 2026-07-25 to 2026-11-23          | 画像：2026-07-25 至 2026-11-23
          preparing tables and topics of demo         | 正在准备 demo 的表与主题
          gateway on port 7631, 2 sources have a key  | 接入网关端口 7631
          starting Spark on local[*]                  | 正在 local[*] 启动 Spark
          waiting until ingest has described the city | 等待接入服务写入城市信息
          ended with exit code 137                    | 已退出，退出码 137
          """)
  void whatServicesSayIsTold(String said, String told) {
    assertThat(ProgressWords.of(CHINESE, said)).isEqualTo(told);
  }

  @Test
  void englishStaysEnglishAndWritesQuantities() {
    assertThat(ProgressWords.of(ENGLISH, "146970 records behind"))
        .isEqualTo("146,970 records waiting");
  }

  @Test
  void whatIsNotKnownStaysAsItWasSaid() {
    for (String said : List.of("", "http://127.0.0.1:7410", "something else")) {
      assertThat(ProgressWords.of(CHINESE, said)).isEqualTo(said);
    }
  }
}
