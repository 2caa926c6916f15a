package city.chengmai.ingest.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that only this installation has: what the first start decided, keys of the gateway (as
 * hashes), positions of replays and imports, and the broker's files when it stands still. Never the
 * pseudonym key, never passwords, no state that is read anew from Kafka.
 */
public final class InstallationFiles {

  private static final List<String> NOT_KEPT =
      List.of("pseudonym-key", "broker.lock", ".lock", "lock");

  private final Map<String, Path> places = new LinkedHashMap<>();

  /** Adds a directory or file under the name that it has in the backup; absent ones are skipped. */
  public InstallationFiles with(String name, Path place) {
    places.put(name, place);
    return this;
  }

  void copyTo(Path files) throws IOException {
    for (Map.Entry<String, Path> place : places.entrySet()) {
      Path target = files.resolve(place.getKey());
      if (Files.isRegularFile(place.getValue())) {
        FileTree.copyFile(place.getValue(), target);
      } else {
        FileTree.copy(place.getValue(), target, InstallationFiles::isKept);
      }
    }
  }

  /**
   * Puts the files of a backup where they belong.
   *
   * @return those that were there already, and stay as they are
   */
  List<String> copyFrom(Path files) throws IOException {
    List<String> there = new ArrayList<>();
    for (Map.Entry<String, Path> place : places.entrySet()) {
      Path from = files.resolve(place.getKey());
      if (!Files.isRegularFile(from)) {
        FileTree.copy(from, place.getValue(), path -> true)
            .forEach(path -> there.add(place.getKey() + "/" + path));
      } else if (Files.exists(place.getValue())) {
        there.add(place.getKey());
      } else {
        FileTree.copyFile(from, place.getValue());
      }
    }
    return there;
  }

  private static boolean isKept(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !path.startsWith("streams/") && !NOT_KEPT.contains(name);
  }
}
