package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;
import java.util.Map;

/** A value for each shared setting; a refusal names the setting, and no secret is told. */
public final class SettingsFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "http://127.0.0.1:8123",
        "http://a:1,http://b:2",
        "fixed:2026-01-01T00:00:00Z",
        "from:2025-03-01T00:00:00Z@2026-01-01T00:00:00Zx60",
        "from:+1000000000-12-31T23:59:59Z@-1000000000-01-01T00:00:00Zx1e9",
        "-12",
        "2026-01-01",
        "true");
  }

  @Override
  public List<String> words() {
    return List.of("fixed:", "from:", "system", "://", "@", "+999999999-12-31", "[::1]", "%00");
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    for (Setting<?> setting : SharedSettings.all()) {
      try {
        new Settings(Map.of(setting.key(), text), Map.of()).get(setting);
      } catch (StoreException refused) {
        boolean told = setting.secret() && text.length() > 9 && refused.getMessage().contains(text);
        if (told || !refused.getMessage().contains(setting.key())) {
          throw new IllegalStateException(refused);
        }
      }
    }
  }
}
