package city.chengmai.datasets.settings;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where values of settings come from: explicit ({@code --set key=value}) before environment before
 * default. {@code NAME_FILE} in the environment names a file that holds the value of {@code NAME}.
 * Immutable.
 */
public final class Settings {
  private final Map<String, String> explicit;
  private final Map<String, String> environment;

  /** Settings from explicit values and an environment. */
  public Settings(Map<String, String> explicit, Map<String, String> environment) {
    this.explicit = Map.copyOf(explicit);
    this.environment = Map.copyOf(environment);
  }

  /** Settings of this process: its environment, overridden by explicit values. */
  public static Settings ofProcess(Map<String, String> explicit) {
    return new Settings(explicit, System.getenv());
  }

  /** Explicit values only, for tests and embedding. */
  public static Settings of(Map<String, String> explicit) {
    return new Settings(explicit, Map.of());
  }

  /** The same sources with some explicit values added or replaced. */
  public Settings with(Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(explicit);
    merged.putAll(more);
    return new Settings(merged, environment);
  }

  /** The value of a setting. */
  public <T> T get(Setting<T> setting) {
    String name = setting.environment();
    if (explicit.containsKey(setting.key())) {
      return setting.read(explicit.get(setting.key()), "given as " + setting.key());
    }
    if (environment.containsKey(name)) {
      return setting.read(environment.get(name), "from environment " + name);
    }
    if (environment.containsKey(name + "_FILE")) {
      return setting.read(
          fileText(setting, environment.get(name + "_FILE")), "from the file in " + name + "_FILE");
    }
    return setting.read(setting.defaultText(), "default");
  }

  /** Whether somebody set it, so that the default does not count. */
  public boolean isSet(Setting<?> setting) {
    String name = setting.environment();
    return explicit.containsKey(setting.key())
        || environment.containsKey(name)
        || environment.containsKey(name + "_FILE");
  }

  /** Refuses explicit keys that no setting has, so that a misspelling does not pass unseen. */
  public void requireKnown(Collection<? extends Setting<?>> known) {
    TreeSet<String> unknown = new TreeSet<>(explicit.keySet());
    known.forEach(setting -> unknown.remove(setting.key()));
    if (!unknown.isEmpty()) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "unknown settings "
              + unknown
              + "; known are "
              + known.stream().map(Setting::key).sorted().collect(Collectors.joining(", ")));
    }
  }

  /** A Markdown table of settings: key, environment name, default, meaning. */
  public static String markdown(List<? extends Setting<?>> settings) {
    StringBuilder table =
        new StringBuilder("| key | environment | default | meaning |\n|---|---|---|---|\n");
    for (Setting<?> setting : settings) {
      String shown = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
      table.append(
          String.format(
              "| `%s` | `%s` | %s | %s |%n".replace("%n", "\n"),
              setting.key(),
              setting.environment(),
              shown,
              setting.meaning()));
    }
    return table.toString();
  }

  private static String fileText(Setting<?> setting, String file) {
    Objects.requireNonNull(file, "file");
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "setting "
              + setting.key()
              + ": "
              + setting.environment()
              + "_FILE names "
              + file
              + ", which cannot be read ("
              + unreadable
              + ")",
          unreadable);
    }
  }
}
