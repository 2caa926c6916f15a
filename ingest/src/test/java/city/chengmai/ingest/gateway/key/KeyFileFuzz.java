package city.chengmai.ingest.gateway.key;

import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.nio.file.Path;
import java.util.List;

/** The file of sources and their keys: what is wrong with it is told with its place. */
public final class KeyFileFuzz implements FuzzTarget {

  private static final KeyFile FILE = new KeyFile(Path.of("keys.yaml"));

  @Override
  public List<String> seeds() {
    return List.of(
        "# nothing\n",
        "street:\n  key-sha256: ["
            + "0f".repeat(32)
            + "]\n  sources: [\"urn:a:*\"]\n"
            + "  types: [cn.grid.case.*]\n  events-per-second: 10\n  burst: 20\n",
        "a: null\n? [b]\n: {}\n",
        "a: {key-sha256: 7, sources: {}, types: [null]}",
        "~: {}",
        "[]");
  }

  @Override
  public List<String> words() {
    return List.of(
        "key-sha256:", "sources:", "types:", "burst:", "open311-source:", "null", "&a", "*a");
  }

  @Override
  public void take(byte[] input) {
    try {
      FILE.rules(FuzzTarget.text(input));
    } catch (StoreException refused) {
      if (!refused.getMessage().contains("keys.yaml")) {
        throw refused;
      }
    }
  }
}
