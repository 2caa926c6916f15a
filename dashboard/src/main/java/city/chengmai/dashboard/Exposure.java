package city.chengmai.dashboard;

import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.access.SignInMode;
import city.chengmai.dashboard.http.TlsFiles;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses to open a port to others that anybody could use or listen to. */
final class Exposure {

  private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);

  private Exposure() {}

  /** Whether people have to sign in: always where others can reach the port. */
  static SignInMode mode(Settings settings) {
    SignInMode mode = settings.get(DashboardSettings.SIGN_IN);
    return mode == SignInMode.AUTO && isOpen(settings) ? SignInMode.ON : mode;
  }

  static boolean hasTls(Settings settings) {
    return !settings.get(DashboardSettings.TLS_CERTIFICATE_FILE).isEmpty();
  }

  static Optional<TlsFiles> tls(Settings settings) {
    return hasTls(settings)
        ? Optional.of(
            new TlsFiles(
                Path.of(settings.get(DashboardSettings.TLS_CERTIFICATE_FILE)),
                Path.of(settings.get(DashboardSettings.TLS_KEY_FILE))))
        : Optional.empty();
  }

  /**
   * Checks what others could reach.
   *
   * @throws StoreException of bad configuration when it would be too much, with what to do
   */
  static void check(Settings settings, Accounts accounts) {
    if (hasTls(settings) == settings.get(DashboardSettings.TLS_KEY_FILE).isEmpty()) {
      throw refusal(
          "dashboard.tls-certificate-file and dashboard.tls-key-file belong together: set both or"
              + " none");
    }
    if (!isOpen(settings)) {
      return;
    }
    if (settings.get(DashboardSettings.SIGN_IN) == SignInMode.OFF) {
      throw refusal(
          reached(settings)
              + ", which others can reach, and dashboard.sign-in is off: anybody could act as"
              + " operator. Leave sign-in at auto, or listen on 127.0.0.1 without a proxy");
    }
    if (!hasTls(settings) && !settings.get(DashboardSettings.BEHIND_PROXY)) {
      throw refusal(
          reached(settings)
              + ", which others can reach, without TLS: passwords could be overheard. Set"
              + " dashboard.tls-certificate-file and dashboard.tls-key-file, or"
              + " dashboard.behind-proxy=true where a proxy speaks TLS and it alone reaches this"
              + " port, or listen on 127.0.0.1");
    }
    requireAccount(accounts, reached(settings));
  }

  /** Names of hosts by which this port is asked, beside those of this machine. */
  static Set<String> names(Settings settings) {
    Set<String> names = new HashSet<>(Set.of(settings.get(DashboardSettings.HOST)));
    Optional.ofNullable(URI.create(settings.get(DashboardSettings.PUBLIC_URL)).getHost())
        .ifPresent(names::add);
    return names;
  }

  private static void requireAccount(Accounts accounts, String reached) {
    try {
      if (accounts.all().stream().allMatch(account -> account.disabled())) {
        throw refusal(
            reached
                + ", which others can reach, and nobody has an account. Make the first one with"
                + " `java -jar dashboard.jar account add NAME --role admin --password-file FILE`");
      }
    } catch (StoreException e) {
      if (!e.retryable()) {
        throw e;
      }
      LOG.warn("whether there are accounts is not known, the store is away: sign-in is on");
    }
  }

  /** A proxy on the same machine passes others on to a loopback address. */
  private static boolean isOpen(Settings settings) {
    String host = settings.get(DashboardSettings.HOST);
    if (settings.get(DashboardSettings.BEHIND_PROXY)) {
      return true;
    }
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION, "dashboard.host: no such interface as " + host, e);
    }
  }

  private static String reached(Settings settings) {
    return "dashboard.host is "
        + settings.get(DashboardSettings.HOST)
        + (settings.get(DashboardSettings.BEHIND_PROXY) ? " behind a proxy" : "");
  }

  private static StoreException refusal(String message) {
    return new StoreException(ErrorCategory.BAD_CONFIGURATION, message);
  }
}
