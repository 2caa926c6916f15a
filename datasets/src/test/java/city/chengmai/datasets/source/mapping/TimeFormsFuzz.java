package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.time.ZoneId;
import java.util.List;

/** A pattern of times, a zone and a time, one a line. */
public final class TimeFormsFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "yyyy-MM-dd HH:mm\nAsia/Shanghai\n2024-03-01 10:00",
        "iso\n\n2024-03-01T10:00:00+08:00",
        "iso-local\nAmerica/New_York\n2024-03-10T02:30:00",
        "iso\nZ\n+999999999-12-31T23:59:59-18:00",
        "iso-local\n-18:00\n-999999999-01-01T00:00:00",
        "uuuu-MM-dd\nAsia/Shanghai\n+999999999-12-31",
        "epoch-seconds\n\n1709280000.25",
        "epoch-milliseconds\n\n9999999999999999",
        "spreadsheet-days\nAsia/Shanghai\n45352.5",
        "d/M/yy h:mm a\nEurope/London\n1/3/24 1:00 am",
        "yyyy年M月d日\nAsia/Shanghai\n2024年3月1日");
  }

  @Override
  public List<String> words() {
    return List.of(
        "yyyy", "MM", "dd", "HH:mm:ss", "XXXXX", "VV", "ppp", "[", "]", "GGGG", "999999999");
  }

  @Override
  public void take(byte[] input) {
    String[] lines = FuzzTarget.text(input).split("\n", 3);
    if (lines.length < 3) {
      return;
    }
    LocalTimes times;
    try {
      times =
          new TimeFormat(List.of(lines[0]), lines[1], null, null, null, null)
              .reader(ZoneId.of("Asia/Shanghai"));
    } catch (CityConfigurationException refused) {
      return;
    }
    times.read(lines[2]).ifPresent(times::midnightAsDay);
  }
}
