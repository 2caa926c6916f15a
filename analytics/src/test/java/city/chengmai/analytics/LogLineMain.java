package city.chengmai.analytics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a log line with a fault, as analytics does. */
final class LogLineMain {

  private static final Logger LOG = LoggerFactory.getLogger(LogLineMain.class);

  private LogLineMain() {}

  public static void main(String[] arguments) {
    LOG.warn("said \"{}\"\nin two lines", "hello", new IllegalStateException("broken"));
    LOG.debug("nobody hears this");
  }
}
