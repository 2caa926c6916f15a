package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.HttpServerRequest;

/** The address of the same page in another language. */
final class LanguageSwitch {

  private LanguageSwitch() {}

  static String address(HttpServerRequest request, Language target) {
    QueryStringEncoder address = new QueryStringEncoder(request.path());
    request.params().entries().stream()
        .filter(entry -> !entry.getKey().equals("lang"))
        .filter(entry -> request.query() != null && request.query().contains(entry.getKey() + "="))
        .forEach(entry -> address.addParam(entry.getKey(), entry.getValue()));
    address.addParam("lang", target.tag());
    return address.toString();
  }
}
