package city.chengmai.analytics;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.source.CityConfigurationException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Says why a command failed and derives its exit code from the category of the fault, however deep
 * Spark has wrapped it.
 */
final class FaultReport implements CommandLine.IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FaultReport.class);

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    ErrorCategory category = category(fault);
    if (category == ErrorCategory.DEFECT) {
      LOG.error("analytics met a defect", fault);
    }
    command.getOut().println("failed analytics " + reason(fault));
    command.getOut().flush();
    return category.exitCode();
  }

  static ErrorCategory category(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException store) {
        return store.category();
      }
      if (cause instanceof CityConfigurationException) {
        return ErrorCategory.BAD_CONFIGURATION;
      }
      if (cause instanceof ConnectException) {
        return ErrorCategory.STORE_UNAVAILABLE;
      }
      if (cause instanceof SQLException refused) {
        return refused.getErrorCode() > 0
            ? ErrorCategory.ofClickHouseCode(refused.getErrorCode())
            : ErrorCategory.STORE_UNAVAILABLE;
      }
    }
    return ErrorCategory.DEFECT;
  }

  private static String reason(Throwable fault) {
    Throwable told = fault;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException) {
        told = cause;
      }
    }
    String message = told.getMessage() == null ? told.toString() : told.getMessage();
    return message.replaceAll("\\s+", " ");
  }
}
