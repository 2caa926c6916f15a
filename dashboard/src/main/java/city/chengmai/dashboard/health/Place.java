package city.chengmai.dashboard.health;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Where something of this installation is, in words that mean the same on all of its machines. */
public final class Place {

  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1]");
  private static final String MACHINE = name();

  private Place() {}

  /** Host and port of an address; a loopback host is told as the name of this machine. */
  public static String of(URI address) {
    String host = address.getHost();
    return host != null && LOOPBACK.matcher(host).matches()
        ? here(address.getPort())
        : address.getAuthority();
  }

  /**
   * A port of this machine.
   *
   * @param port -1 for none
   */
  public static String here(int port) {
    return port < 0 ? MACHINE : MACHINE + ":" + port;
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
