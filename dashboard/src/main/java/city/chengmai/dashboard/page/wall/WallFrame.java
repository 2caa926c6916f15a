package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.ContentName;
import city.chengmai.dashboard.http.PackedBody;
import io.vertx.core.buffer.Buffer;

/**
 * The picture of a panel in one language.
 *
 * @param hash name of this picture, from its content
 * @param html fragment with inline SVG
 * @param body the fragment as it is sent
 */
record WallFrame(String hash, String html, PackedBody body) {

  static WallFrame of(String html) {
    return new WallFrame(ContentName.of(html), html, PackedBody.of(Buffer.buffer(html)));
  }
}
