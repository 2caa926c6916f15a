package city.chengmai.analytics.model.series;

/** What is expected of the periods to come, learnt from periods gone by. */
@FunctionalInterface
interface Baseline {

  /** The forecast for a position of the series. */
  Forecast forecast(int position);
}
