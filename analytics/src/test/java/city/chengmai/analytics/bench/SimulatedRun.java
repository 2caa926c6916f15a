package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.CountSeries;

/**
 * A simulated series, once without and once with an outbreak in the periods that are measured.
 *
 * @param scenario number of the scenario
 * @param quiet without that outbreak
 * @param struck with it
 * @param cases of that outbreak by position
 * @param earlier cases of earlier outbreaks by position
 * @param start of that outbreak
 * @param from first position measured
 * @param to position after the last
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers of one run, never compared.
record SimulatedRun(
    int scenario,
    CountSeries quiet,
    CountSeries struck,
    int[] cases,
    int[] earlier,
    int start,
    int from,
    int to) {}
