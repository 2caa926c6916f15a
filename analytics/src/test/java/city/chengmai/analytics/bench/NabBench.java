package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.sensor.SensorDetector;
import city.chengmai.testing.SharedData;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The sensor detector on the Numenta Anomaly Benchmark: {@code -Dnab=DIR} a checkout (without: the
 * series for development), {@code -Dout=DIR} where to write scores for an outside scorer. Prints
 * the points with the threshold that is best for the series scored, as the benchmark does, with the
 * one that is best for the other folders, and with the detector's own.
 */
class NabBench {

  private static final String NAB = System.getProperty("nab", "");
  private static final String OUT = System.getProperty("out", "");
  private static final List<NabProfile> PROFILES =
      List.of(NabProfile.STANDARD, NabProfile.LOW_FALSE_ALARMS, NabProfile.LOW_MISSES);

  @Test
  void nab() throws IOException {
    List<NabSeries> corpus =
        NabCorpus.read(NAB.isEmpty() ? SharedData.file("nab-dev.zip") : Path.of(NAB));
    Map<String, double[]> scores = new HashMap<>();
    for (NabSeries series : corpus) {
      scores.put(series.key(), scores(series));
      if (!OUT.isEmpty()) {
        write(series, scores.get(series.key()));
      }
    }
    assertThat(corpus).isNotEmpty();
    print("series", corpus.size(), "files");
    for (NabProfile profile : PROFILES) {
      NabScorer all = scorer(profile, corpus, scores);
      NabScorer.Outcome best = all.best();
      print(profile.name(), best.points(), "points");
      print(profile.name() + "_left_out", leftOut(profile, corpus, scores, all), "points");
      print(profile.name() + "_own", all.at(SensorDetector.ALARM).points(), "points");
      print(profile.name() + "_threshold", best.threshold(), "1");
      print(profile.name() + "_windows_hit", best.hit(), "windows");
      print(profile.name() + "_false_alarms", best.falseAlarms(), "rows");
    }
  }

  private static double[] scores(NabSeries series) {
    SensorDetector detector = new SensorDetector();
    double[] scores = new double[series.values().size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = detector.score(series.time(row), series.values().get(row));
    }
    return scores;
  }

  private static NabScorer scorer(
      NabProfile profile, List<NabSeries> corpus, Map<String, double[]> scores) {
    NabScorer scorer = new NabScorer(profile);
    corpus.forEach(series -> scorer.add(series, scores.get(series.key())));
    return scorer;
  }

  private static double leftOut(
      NabProfile profile, List<NabSeries> corpus, Map<String, double[]> scores, NabScorer all) {
    double raw = 0;
    for (String folder : new TreeSet<>(corpus.stream().map(NabSeries::folder).toList())) {
      List<NabSeries> inside = corpus.stream().filter(s -> s.folder().equals(folder)).toList();
      List<NabSeries> others = corpus.stream().filter(s -> !s.folder().equals(folder)).toList();
      double threshold = scorer(profile, others, scores).best().threshold();
      raw += scorer(profile, inside, scores).at(threshold).raw();
    }
    return all.points(raw);
  }

  private static void write(NabSeries series, double[] scores) throws IOException {
    Path file = Path.of(OUT, series.key().replace("/", "/chengmai_").split("/", -1));
    Files.createDirectories(file.getParent());
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write("timestamp,value,anomaly_score\n");
      for (int row = 0; row < scores.length; row++) {
        text.write(series.stamps().get(row) + ',' + series.values().get(row) + ',');
        text.write(scores[row] + "\n");
      }
    }
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench nab %s %.4f %s%n", figure, value, unit);
  }
}
