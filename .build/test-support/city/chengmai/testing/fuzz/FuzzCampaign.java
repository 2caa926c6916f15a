package city.chengmai.testing.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer look for inputs that break a target, guided by the branches that each one reaches. A
 * target has a process of its own, so that one that hangs or eats its memory ends alone. What an
 * earlier campaign learnt is kept below {@code target/fuzz/TARGET/corpus} and gone on with; inputs
 * that broke something are put into {@code target/fuzz/TARGET}.
 */
public final class FuzzCampaign {

  private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";
  private static final int MOST_FINDINGS = 20;
  private static final int SLOWEST_SECONDS = 15;
  private static final int LARGEST_INPUT = 4_096;
  private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
  private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

  private final Consumer<String> lines;
  private final Path place;
  private final int seconds;

  /**
   * A campaign.
   *
   * @param seconds for each target
   * @param lines where its figures go, one a line
   */
  public FuzzCampaign(int seconds, Consumer<String> lines) {
    this(Path.of("target/fuzz"), seconds, lines);
  }

  private FuzzCampaign(Path place, int seconds, Consumer<String> lines) {
    this.place = place.toAbsolutePath();
    this.seconds = seconds;
    this.lines = lines;
  }

  /** Fuzzes these one after the other; the files of the inputs that broke one. */
  public List<Path> run(List<? extends FuzzTarget> targets) throws IOException, InterruptedException {
    List<Path> findings = new ArrayList<>();
    for (FuzzTarget target : targets) {
      findings.addAll(run(target));
    }
    return findings;
  }

  private List<Path> run(FuzzTarget target) throws IOException, InterruptedException {
    Path own = place.resolve(target.name());
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    for (Path told : findings(own)) {
      Files.delete(told);
    }
    for (Map.Entry<String, byte[]> input : KeptInputs.of(target).entrySet()) {
      Files.write(corpus.resolve(input.getKey()), input.getValue());
    }
    Path log = own.resolve("log.txt");
    Process fuzzer = new ProcessBuilder(command(target, own, corpus))
        .directory(own.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      // The fuzzer ends by itself; what hangs beyond its own limit is a fault of the campaign.
      if (!fuzzer.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fuzzing " + target.name() + " does not end; see " + log);
      }
    } finally {
      fuzzer.destroyForcibly();
    }
    return told(target, own, log);
  }

  private List<Path> told(FuzzTarget target, Path own, Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    long executed = last(EXECUTED, text);
    if (executed < 0) {
      throw new IllegalStateException("fuzzing " + target.name() + " did not begin; see " + log);
    }
    List<Path> findings = findings(own);
    line(target, "executions", executed, "inputs");
    line(target, "edges", Math.max(0, last(COVERED, text)), "branches");
    line(target, "findings", findings.size(), "inputs");
    return findings;
  }

  private void line(FuzzTarget target, String figure, long value, String unit) {
    lines.accept("bench fuzz " + target.name() + "." + figure + " " + value + " " + unit);
  }

  private static List<Path> findings(Path own) throws IOException {
    try (Stream<Path> files = Files.list(own)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|leak)-.*"))
          .sorted()
          .toList();
    }
  }

  private static long last(Pattern pattern, String text) {
    long value = -1;
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      value = Long.parseLong(found.group(1));
    }
    return value;
  }

  private List<String> command(FuzzTarget target, Path own, Path corpus) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The awkward locale and zone of all tests.
    for (String name : List.of("user.timezone", "user.language", "user.country")) {
      command.add("-D" + name + "=" + System.getProperty(name));
    }
    command.addAll(List.of("-Xmx768m", "-Xss1m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.add("-D" + FuzzEntry.PROPERTY + "=" + target.getClass().getName());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FUZZER));
    command.add("--target_class=" + FuzzEntry.class.getName());
    command.add("--instrumentation_includes=city.chengmai.**");
    command.add("--custom_hook_includes=city.chengmai.**");
    command.add("--keep_going=" + MOST_FINDINGS);
    command.add("--reproducer_path=" + own);
    command.add("-artifact_prefix=" + own + "/");
    command.add("-max_total_time=" + seconds);
    command.add("-timeout=" + SLOWEST_SECONDS);
    command.add("-max_len=" + LARGEST_INPUT);
    command.add("-rss_limit_mb=3072");
    command.add("-print_final_stats=1");
    if (!target.words().isEmpty()) {
      command.add("-dict=" + dictionary(target, own));
    }
    command.add(corpus.toString());
    return command;
  }

  private static Path dictionary(FuzzTarget target, Path own) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String word : target.words()) {
      text.append('"');
      for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = one > ' ' && one < 127 && one != '"' && one != '\\';
        text.append(plain ? String.valueOf((char) one) : String.format("\\x%02X", one & 0xFF));
      }
      text.append("\"\n");
    }
    return Files.writeString(own.resolve("words.txt"), text);
  }
}
