package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.source.CityConfigurationException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class FaultReportTest {

  @Test
  void categoryIsFoundBelowWhatSparkWrapsAroundIt() {
    StoreException refused = new StoreException(ErrorCategory.STORE_REFUSED, "no");

    assertThat(FaultReport.category(new RuntimeException(new RuntimeException(refused))))
        .isEqualTo(ErrorCategory.STORE_REFUSED);
    assertThat(FaultReport.category(new RuntimeException(new ConnectException("refused"))))
        .isEqualTo(ErrorCategory.STORE_UNAVAILABLE);
    assertThat(FaultReport.category(new CityConfigurationException("no such city")))
        .isEqualTo(ErrorCategory.BAD_CONFIGURATION);
    assertThat(FaultReport.category(new NullPointerException())).isEqualTo(ErrorCategory.DEFECT);
  }
}
