package city.chengmai.ingest;

import city.chengmai.ingest.gateway.key.ApiKey;
import city.chengmai.ingest.gateway.key.KeyFile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key for a source of the gateway and prints it, once. */
@Command(
    name = "gateway-key",
    mixinStandardHelpOptions = true,
    description = "Make a key for a source of the gateway; it is printed once and kept nowhere.")
final class GatewayKeyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SOURCE", description = "Name of the source, for example hotline.")
  private String source;

  @Option(
      names = "--add",
      description = "Add the source with the key's hash to the key file; else print what to add.")
  private boolean add;

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "NAME",
      description = "CloudEvents sources it may send as (default urn:city:SOURCE).")
  private List<String> sources;

  @Option(
      names = "--types",
      split = ",",
      defaultValue = "cn.grid.*",
      paramLabel = "TYPE",
      description = "Event types it may send (default ${DEFAULT-VALUE}).")
  private List<String> types;

  @Option(names = "--open311", description = "It may file requests over Open311, too.")
  private boolean open311;

  @Spec private CommandSpec spec;
  @Mixin private ServiceOptions options;

  @Override
  public Integer call() {
    requireName();
    KeyFile file = IngestSettings.gatewayKeys(options.settings());
    String key = ApiKey.make();
    String entry = entry(ApiKey.hashText(key));
    if (add) {
      file.add(source, entry);
    }
    System.out.println("key     " + key);
    System.out.println("sha256  " + ApiKey.hashText(key));
    System.out.println(
        add
            ? "Added to " + file.path() + "; a running gateway takes it within a second."
            : "Add this to " + file.path() + ":\n\n" + entry);
    return 0;
  }

  private void requireName() {
    try {
      KeyFile.requireName(source);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "SOURCE: " + e.getMessage(), e);
    }
  }

  private String entry(String hash) {
    List<String> names = sources == null ? List.of("urn:city:" + source) : sources;
    String text =
        String.format(
            Locale.ROOT,
            "%s:\n  key-sha256: %s\n  sources: %s\n  types: %s\n",
            source,
            hash,
            list(names),
            list(types));
    return open311 ? text + "  open311-source: urn:city:" + source + ":open311\n" : text;
  }

  private static String list(List<String> items) {
    return items.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }
}
