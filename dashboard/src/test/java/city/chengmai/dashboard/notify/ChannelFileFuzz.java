package city.chengmai.dashboard.notify;

import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The file of channels: what is wrong with it is told to people. */
public final class ChannelFileFuzz implements FuzzTarget {

  private static final ChannelFile FILE =
      new ChannelFile(Map.of("A", "secret"), Duration.ofHours(24));

  @Override
  public List<String> seeds() {
    return List.of(
        """
        channels:
          - name: duty
            kind: webhook
            target: https://a.example/hook
            secret-environment: A
            severities: [alarm]
            rules: [A01]
            areas: [x]
            quiet: [{from: "22:00", until: "06:00", days: [mon]}]
            digest-minutes: 5
            flapping: {times: 3, minutes: 60}
            escalation: {after-minutes: 30, to: duty}
        """,
        """
        channels:
          - name: mail
            kind: mail
            target: a@b.example
            smtp: {host: h, from: c@d.example, port: 25, encryption: none}
        """,
        "~",
        "channels: [~]",
        "channels: [{name: a, quiet: [~], severities: [~], kind: mail, smtp: {}}]",
        "channels: [{name: a, kind: webhook, target: \"::\"}]");
  }

  @Override
  public List<String> words() {
    return List.of(
        "channels:", "quiet:", "escalation:", "smtp:", "~", "[~]", "secret-file:", "areas:");
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    // Files are named in it, and none is to be read here.
    if (text.contains("-file")) {
      return;
    }
    try {
      FILE.read(text, "channels.yaml");
    } catch (StoreException refused) {
      return;
    }
  }
}
