package city.chengmai.ingest.gateway;

import city.chengmai.datasets.settings.Setting;
import java.util.List;

/** Settings of the gateway. */
public final class GatewaySettings {

  /** Port. */
  public static final Setting<Integer> PORT =
      Setting.number(
          "ingest.gateway-port",
          7431,
          0,
          65_535,
          "port of the gateway: CloudEvents and Open311; 0 takes a free one");

  /** Address. */
  public static final Setting<String> HOST =
      Setting.text(
          "ingest.gateway-host",
          "127.0.0.1",
          "address the gateway listens on; another than loopback is refused while no source has a"
              + " key");

  /** Key file. */
  public static final Setting<String> KEYS =
      Setting.text(
          "ingest.gateway-keys",
          "",
          "YAML file that names the sources with the hash of their key, read again when it changes;"
              + " empty: `gateway-keys.yaml` in the data directory");

  /** Address as clients see it. */
  public static final Setting<String> URL =
      Setting.text(
          "ingest.gateway-url",
          "",
          "address under which clients reach the gateway, for Open311 discovery; empty: the one"
              + " that the client used");

  /** How long Kafka may take. */
  public static final Setting<Integer> ACKNOWLEDGE_SECONDS =
      Setting.number(
          "ingest.gateway-acknowledge-seconds",
          10,
          1,
          120,
          "how long Kafka may take to acknowledge an event before its sender is asked to try again");

  /** Rate of readers without a key. */
  public static final Setting<Integer> READS_PER_MINUTE =
      Setting.number(
          "ingest.gateway-reads-per-minute",
          1_200,
          0,
          1_000_000,
          "how often one address may read over Open311 without a key; 0 is without limit, for a"
              + " gateway behind a proxy, which has one address for everybody and limits itself");

  private static final List<Setting<?>> ALL =
      List.of(PORT, HOST, KEYS, URL, ACKNOWLEDGE_SECONDS, READS_PER_MINUTE);

  private GatewaySettings() {}

  /** All of them, in the order of the README table. */
  public static List<Setting<?>> all() {
    return ALL;
  }
}
