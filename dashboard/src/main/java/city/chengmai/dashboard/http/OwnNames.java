package city.chengmai.dashboard.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names by which this server may be asked while nobody has to sign in. A page of elsewhere
 * whose name is made to lead to this machine sends that name along, and is told by it; an address
 * in numbers cannot be made to lead elsewhere.
 */
public final class OwnNames {

  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.*");
  private static final String LOCAL = "localhost";

  private final Set<String> names;

  /**
   * Beside {@code localhost} and addresses in numbers.
   *
   * @param names of hosts, in any case
   */
  public OwnNames(Set<String> names) {
    this.names =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether the request names this server, or, as no browser does, none. */
  boolean cover(HttpServerRequest request) {
    HostAndPort asked = request.authority();
    if (asked == null) {
      return true;
    }
    String host = asked.host().toLowerCase(Locale.ROOT);
    return host.equals(LOCAL)
        || host.endsWith("." + LOCAL)
        || host.contains(":")
        || ADDRESS.matcher(host).matches()
        || names.contains(host);
  }
}
