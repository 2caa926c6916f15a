package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measurements of devices: one row is one moment of one device, each measure column one reading.
 *
 * @param device device id, with its prefix
 * @param kind kind of the devices
 * @param time moment of the row, or the start of the recording
 * @param offsetSeconds seconds since then
 * @param blank texts that stand for "no value"
 * @param measures the measure columns
 */
public record Readings(
    Field device,
    String kind,
    Field time,
    Field offsetSeconds,
    List<String> blank,
    List<Measure> measures) {

  /** Refuses missing keys. */
  public Readings {
    Mapping.required("readings.device", device);
    Mapping.required("readings.kind", kind);
    Mapping.required("readings.time", time);
    offsetSeconds = requireNonNullElse(offsetSeconds, Field.NONE);
    blank = requireNonNullElse(blank, List.<String>of()).stream().map(Words::normal).toList();
    measures = List.copyOf(requireNonNullElse(measures, List.of()));
    if (measures.isEmpty()) {
      throw new CityConfigurationException("readings.measures is empty, expected at least one");
    }
  }

  Stream<Field> fields() {
    return Stream.concat(
        Stream.of(device, time, offsetSeconds), measures.stream().map(Measure::value));
  }

  /**
   * One measure column.
   *
   * @param value where the number stands
   * @param metric name of what is measured
   * @param unit its unit
   */
  public record Measure(Field value, Field metric, String unit) {

    /** Refuses missing keys. */
    public Measure {
      Mapping.required("readings.measures.value", value);
      Mapping.required("readings.measures.metric", metric);
      Mapping.required("readings.measures.unit", unit);
    }
  }
}
