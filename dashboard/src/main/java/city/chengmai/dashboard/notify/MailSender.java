package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.notify.Message.Document;
import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * Sends plain-text mail by SMTP, bulletins with their documents. The Message-ID is made from the
 * delivery's name: every try has the same.
 */
final class MailSender implements Sender {

  private static final String PATIENCE = String.valueOf(Duration.ofSeconds(20).toMillis());
  private static final int SHOWN = 200;

  private final Receiver.Mail mail;

  MailSender(Receiver.Mail mail) {
    this.mail = mail;
  }

  @Override
  public Answer send(Message message) {
    try {
      Transport.send(written(message));
      return new Answer(true, "accepted by " + mail.host());
    } catch (MessagingException e) {
      String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
      return new Answer(false, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
  }

  private MimeMessage written(Message message) throws MessagingException {
    MimeMessage written = new NamedMessage(session(), message.id());
    written.setFrom(new InternetAddress(mail.from()));
    for (String to : mail.to()) {
      written.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    // A line break in a name would be a header of its own.
    String subject = (message.subjectZh() + " / " + message.subjectEn()).replaceAll("\\s+", " ");
    written.setSubject(subject, StandardCharsets.UTF_8.name());
    fill(written, message);
    written.setSentDate(Date.from(Instant.parse(message.createdAt())));
    written.setHeader("Auto-Submitted", "auto-generated");
    written.saveChanges();
    return written;
  }

  private static void fill(MimeMessage written, Message message) throws MessagingException {
    String text = message.textZh() + "\n\n--\n\n" + message.textEn() + "\n";
    List<Document> documents =
        message.bulletin().map(Message.Enclosed::documents).orElse(List.of());
    if (documents.isEmpty()) {
      written.setText(text, StandardCharsets.UTF_8.name());
      return;
    }
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, StandardCharsets.UTF_8.name());
    parts.addBodyPart(words);
    for (Document document : documents) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(document.content().getBytes(), "application/pdf")));
      part.setFileName(document.fileName());
      parts.addBodyPart(part);
    }
    written.setContent(parts);
  }

  private Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", mail.host());
    settings.setProperty("mail.smtp.port", String.valueOf(mail.port()));
    settings.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    settings.setProperty("mail.smtp.timeout", PATIENCE);
    settings.setProperty("mail.smtp.writetimeout", PATIENCE);
    boolean starts = mail.encryption() == Receiver.Encryption.STARTTLS;
    settings.setProperty("mail.smtp.starttls.enable", String.valueOf(starts));
    settings.setProperty("mail.smtp.starttls.required", String.valueOf(starts));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty(
        "mail.smtp.ssl.enable", String.valueOf(mail.encryption() == Receiver.Encryption.TLS));
    settings.setProperty("mail.smtp.auth", String.valueOf(mail.user().isPresent()));
    return Session.getInstance(settings, new Login(mail));
  }

  private static final class Login extends Authenticator {
    private final Receiver.Mail mail;

    Login(Receiver.Mail mail) {
      this.mail = mail;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(mail.user().orElse(""), mail.password().orElse(""));
    }
  }

  /** Mail with a Message-ID of our own. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@chengmai>");
    }
  }
}
