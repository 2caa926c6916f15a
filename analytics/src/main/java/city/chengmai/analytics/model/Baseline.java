package city.chengmai.analytics.model;

import java.time.LocalDate;

/** What is expected of the days to come, learnt from days gone by. */
@FunctionalInterface
interface Baseline {

  Forecast forecast(LocalDate day);
}
