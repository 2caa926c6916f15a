package city.chengmai.dashboard.notify;

/** Brings messages to one kind of receiver. Blocking. */
interface Sender {

  /**
   * What the other side said.
   *
   * @param accepted whether it has the message
   * @param answer short, for the log; never a secret
   */
  record Answer(boolean accepted, String answer) {}

  /** Tries once; a failure is an answer, never an exception. */
  Answer send(Message message);

  /** The sender for a receiver. */
  static Sender to(Receiver receiver) {
    if (receiver instanceof Receiver.Webhook webhook) {
      return new WebhookSender(webhook);
    }
    return new MailSender((Receiver.Mail) receiver);
  }
}
