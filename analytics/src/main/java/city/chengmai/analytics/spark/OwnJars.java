package city.chengmai.analytics.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The jars that executors of a cluster need and that no installation of Spark brings. */
final class OwnJars {

  /** Spark and what it depends on; everything else beside our jar is sent. */
  private static final Pattern OF_SPARK =
      Pattern.compile(
          "(spark|scala|hadoop|netty|rocksdbjni|leveldbjni|parquet|orc|arrow|avro|hive|jersey|hk2"
              + "|curator|zookeeper|log4j|slf4j|jcl|jul|kryo|chill|json4s|metrics|jakarta|javax"
              + "|jackson|guava|protobuf|zstd-jni|lz4|snappy|commons)[-_.].*");

  private OwnJars() {}

  /** The jar that a class came from and those in {@code lib} beside it; none of a class folder. */
  static List<String> beside(Class<?> type) {
    try {
      return list(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of " + type + " is no path", e);
    }
  }

  private static List<String> list(Path own) {
    List<String> jars = new ArrayList<>();
    Path libraries = own.resolveSibling("lib");
    if (Files.isDirectory(own) || !Files.isDirectory(libraries)) {
      return jars;
    }
    jars.add(own.toUri().toString());
    try (DirectoryStream<Path> all = Files.newDirectoryStream(libraries, "*.jar")) {
      for (Path jar : all) {
        if (!OF_SPARK.matcher(jar.getFileName().toString()).matches()) {
          jars.add(jar.toUri().toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + libraries, e);
    }
    return jars;
  }
}
