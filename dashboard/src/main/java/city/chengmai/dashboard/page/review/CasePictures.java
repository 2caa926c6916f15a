package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.query.CaseQueries.CaseEventRow;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pictures of a case before and after (前后对比照片): those that came with the report, and those that
 * came with the closing. They are links: pictures lie where the sender keeps them.
 *
 * @param before of the report
 * @param after of the closing
 */
public record CasePictures(List<Picture> before, List<Picture> after) {

  /**
   * A picture.
   *
   * @param address of the web; empty when what was sent is none, then only its text is shown
   */
  public record Picture(String text, String address) {}

  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final String REPORTED = "cn.grid.case.reported";
  private static final String CLOSED = "cn.grid.case.closed";

  static CasePictures of(List<CaseEventRow> events) {
    List<Picture> before = new ArrayList<>();
    List<Picture> after = new ArrayList<>();
    for (CaseEventRow event : events) {
      if (event.type().equals(REPORTED)) {
        before.addAll(pictures(event.data()));
      } else if (event.type().equals(CLOSED)) {
        after.addAll(pictures(event.data()));
      }
    }
    return new CasePictures(List.copyOf(before), List.copyOf(after));
  }

  /** Whether there is any picture. */
  public boolean any() {
    return !before.isEmpty() || !after.isEmpty();
  }

  private static List<Picture> pictures(String data) {
    List<Picture> pictures = new ArrayList<>();
    try {
      JsonArray told = new JsonObject(data).getJsonArray("photos", new JsonArray());
      for (Object one : told) {
        if (one instanceof String text) {
          pictures.add(new Picture(text, address(text)));
        }
      }
    } catch (DecodeException | ClassCastException unreadable) {
      return List.of();
    }
    return pictures;
  }

  /** A script or a file of the reader's machine is no address of the web. */
  private static String address(String text) {
    try {
      URI address = new URI(text);
      boolean web =
          address.getScheme() != null
              && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
              && address.getHost() != null;
      return web ? address.toString() : "";
    } catch (URISyntaxException none) {
      return "";
    }
  }
}
