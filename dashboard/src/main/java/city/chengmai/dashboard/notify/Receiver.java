package city.chengmai.dashboard.notify;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the messages of a channel go. */
public sealed interface Receiver {

  /** The name of its kind in the delivery log. */
  String kind();

  /**
   * An HTTP address that takes JSON.
   *
   * @param secret signs the body, when there is one
   */
  record Webhook(URI address, Optional<String> secret) implements Receiver {
    @Override
    public String kind() {
      return "webhook";
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return "Webhook[" + address.getHost() + "]";
    }
  }

  /**
   * People who read mail.
   *
   * @param to addresses
   * @param password of the user, when there is one
   */
  record Mail(
      List<String> to,
      String from,
      String host,
      int port,
      Encryption encryption,
      Optional<String> user,
      Optional<String> password)
      implements Receiver {
    @Override
    public String kind() {
      return "mail";
    }

    /** Never the password. */
    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + "]";
    }
  }

  /** How the connection to the mail server is protected. */
  enum Encryption {
    /** Not at all: for a server of the same machine or network. */
    NONE,
    /** By STARTTLS, required. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }
}
