package city.chengmai.datasets.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the server's error text: {@code Code: 516. DB::Exception: … (NAME) (version …)}. */
final class ServerError {
  /** Stands at the start of a line where the server breaks off a body it has begun to send. */
  static final String MARKER = "__exception__";

  private static final Pattern TEXT =
      Pattern.compile("Code: (\\d+)\\. DB::Exception: (.*)", Pattern.DOTALL);
  private static final int LONGEST = 2_000;

  private ServerError() {}

  static StoreException of(String attempted, int status, String body) {
    Matcher matcher = TEXT.matcher(body);
    if (!matcher.find()) {
      return new StoreException(
          status >= 500 && status != 500
              ? ErrorCategory.STORE_UNAVAILABLE
              : ErrorCategory.STORE_REFUSED,
          attempted + ": ClickHouse answered HTTP " + status + ": " + cut(body));
    }
    int code = Integer.parseInt(matcher.group(1));
    String said = matcher.group(2).replaceAll("\\s*\\(version [^)]*\\)(?s:.*)$", "");
    return StoreException.ofClickHouse(
        code, attempted + ": ClickHouse answered with code " + code + ": " + cut(said));
  }

  private static String cut(String text) {
    String trimmed = text.strip();
    return trimmed.length() <= LONGEST ? trimmed : trimmed.substring(0, LONGEST) + "…";
  }
}
