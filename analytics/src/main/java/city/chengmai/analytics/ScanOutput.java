package city.chengmai.analytics;

import city.chengmai.analytics.model.scan.Cluster;
import city.chengmai.analytics.model.scan.Place;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes clusters as CSV, the highest score first. */
final class ScanOutput {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "cluster",
              "centre",
              "x",
              "y",
              "radius",
              "places",
              "first_day",
              "last_day",
              "cases",
              "expected",
              "ratio",
              "llr",
              "p",
              "gumbel_p",
              "recurrence_days")
          .setRecordSeparator('\n')
          .get();

  private ScanOutput() {}

  /** Writes them; the caller closes. */
  static void write(Iterable<Cluster> clusters, ScanDays days, Appendable to) throws IOException {
    CSVPrinter csv = new CSVPrinter(to, FORMAT);
    int number = 0;
    for (Cluster cluster : clusters) {
      number++;
      csv.printRecord(
          number,
          cluster.centre().name(),
          cluster.centre().x(),
          cluster.centre().y(),
          text("%.4f", cluster.radius()),
          cluster.places().stream().map(Place::name).collect(Collectors.joining(";")),
          days.first(cluster.firstDay()),
          days.last(cluster.lastDay()),
          cluster.cases(),
          text("%.6f", cluster.expected()),
          text("%.4f", cluster.cases() / cluster.expected()),
          text("%.6f", cluster.score()),
          text("%.6g", cluster.p()),
          text("%.4g", cluster.gumbelP()),
          text("%.1f", cluster.recurrenceInterval() * days.length()));
    }
    csv.flush();
  }

  private static String text(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
