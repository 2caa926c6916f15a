package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.health.RoomLog;
import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.SelfQueries.DiskRow;
import city.chengmai.dashboard.query.SelfQueries.GrowthRow;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words how much room disks have and how long it lasts. */
final class DiskLines {

  /** Less than a day says nothing of the days to come. */
  private static final Duration SHORTEST = Duration.ofDays(1);

  /** Farther than this nobody can see by a week's slope. */
  private static final double FARTHEST_DAYS = 3_650;

  /**
   * A disk.
   *
   * @param lasts days until it is full; a dash while nobody knows
   */
  public record Line(
      String name, String free, String total, String share, String growth, String lasts) {}

  private final Figures figures;
  private final List<GrowthRow> growths;

  DiskLines(Figures figures, List<GrowthRow> growths) {
    this.figures = figures;
    this.growths = List.copyOf(growths);
  }

  List<Line> all(
      String storePlace, List<DiskRow> disks, ServiceHealth ingest, List<PartState> parts) {
    List<Line> lines = new ArrayList<>();
    for (DiskRow disk : disks) {
      String name = figures.messages().text("operations.store-disk", disk.name());
      lines.add(line(name, disk.free(), disk.total(), growth(storePlace, disk.name())));
    }
    lines.addAll(ofService(ingest, parts));
    return lines;
  }

  List<Line> ofService(ServiceHealth service, List<PartState> parts) {
    List<Line> lines = new ArrayList<>();
    for (PartState part : parts) {
      Long free = part.figures().get("free");
      Long total = part.figures().get("total");
      if (free != null && total != null) {
        String name = figures.messages().text("ingest.part.disk");
        lines.add(line(name, free, total, growth(service.place(), RoomLog.DATA)));
      }
    }
    return lines;
  }

  private Optional<GrowthRow> growth(String place, String disk) {
    return growths.stream()
        .filter(row -> row.place().equals(place) && row.disk().equals(disk))
        .filter(row -> row.seconds() >= SHORTEST.toSeconds())
        .findFirst();
  }

  private Line line(String name, long free, long total, Optional<GrowthRow> growth) {
    return new Line(
        name,
        Bytes.shown(free, figures),
        Bytes.shown(total, figures),
        figures.percent((double) free / Math.max(1, total)),
        growth.map(row -> perDay(row.dailyBytes())).orElse(Figures.NONE),
        growth.map(row -> lasts(free, row.dailyBytes())).orElse(Figures.NONE));
  }

  private String perDay(double bytes) {
    String sign = bytes < 0 ? "−" : "+";
    return sign + Bytes.shown((Double) Math.abs(bytes), figures);
  }

  private String lasts(long free, double bytesADay) {
    Messages messages = figures.messages();
    double days = bytesADay <= 0 ? Double.POSITIVE_INFINITY : free / bytesADay;
    return days > FARTHEST_DAYS
        ? messages.text("operations.not-growing")
        : messages.text("duration.days", figures.count((long) days));
  }
}
