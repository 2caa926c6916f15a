package city.chengmai.dashboard.local;

import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.SharedSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How another command reaches the store of a local run. */
public final class LocalStore {

  private static final List<Setting<?>> HANDED_ON =
      List.of(
          SharedSettings.CLICKHOUSE_URL,
          SharedSettings.CLICKHOUSE_DATABASE,
          SharedSettings.CLICKHOUSE_WRITER_USER,
          SharedSettings.CLICKHOUSE_WRITER_PASSWORD);

  private LocalStore() {}

  /**
   * Settings that point at the store of a local run.
   *
   * @param directory its data directory
   * @param port of its dashboard
   */
  public static Map<String, String> settings(Path directory, int port) {
    LocalPorts ports = new LocalPorts(port);
    Map<String, String> environment =
        EmbeddedClickHouse.environment(
            new DataDirectory(directory).of(Part.CLICKHOUSE),
            new EnginePorts(ports.clickhouseHttp(), ports.clickhouseNative()));
    Map<String, String> settings = new HashMap<>();
    HANDED_ON.forEach(
        setting -> settings.put(setting.key(), environment.get(setting.environment())));
    return settings;
  }
}
