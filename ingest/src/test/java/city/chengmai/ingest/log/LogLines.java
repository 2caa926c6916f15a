package city.chengmai.ingest.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What a class writes to the log during a test, from info on; registered as a field. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger;
  private final Level before;
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  /** The lines of this class. */
  public LogLines(Class<?> writer) {
    this.logger = (Logger) LoggerFactory.getLogger(writer);
    this.before = logger.getLevel();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    logger.setLevel(Level.INFO);
    appender.start();
    logger.addAppender(appender);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    logger.detachAppender(appender);
    logger.setLevel(before);
  }

  /** From here on also what is written at this level. */
  public void from(Level level) {
    logger.setLevel(level);
  }

  /** The lines up to now. */
  public List<ILoggingEvent> list() {
    return appender.list;
  }
}
