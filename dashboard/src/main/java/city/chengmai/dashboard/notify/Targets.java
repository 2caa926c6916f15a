package city.chengmai.dashboard.notify;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks where messages are to go. */
final class Targets {

  private static final String MAIL = "[^@\\s,<>\"]+@[^@\\s,<>\"]+";

  private Targets() {}

  static URI address(String text) {
    URI address = URI.create(text);
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "target: expected http://… or https://… without a password, got " + address.getHost());
    }
    return address;
  }

  static List<String> mails(String text) {
    List<String> mails = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String mail : mails) {
      if (!mail.matches(MAIL)) {
        throw new IllegalArgumentException("target: expected mail addresses, got " + mail);
      }
    }
    return mails;
  }

  static Receiver.Encryption encryption(String text) {
    return Arrays.stream(Receiver.Encryption.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "smtp.encryption: expected none, starttls or tls, got " + text));
  }
}
