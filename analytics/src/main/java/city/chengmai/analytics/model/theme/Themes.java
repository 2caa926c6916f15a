package city.chengmai.analytics.model.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the requests of a category are about (主题): groups of texts that share a word which is more
 * at home in the category than elsewhere. The word that speaks for most of the texts that are left,
 * and whose texts say one thing, makes a theme, again and again; a theme is named by its word and
 * those that weigh most in it, by the weight of words in classes (c-TF-IDF; Grootendorst, arXiv
 * 2203.05794, 2022). Each text has one theme at most. Nothing is drawn by lot and the order of
 * texts makes no difference.
 */
public final class Themes {

  private static final int NAMED = 3;
  private static final double IN_MOST = 0.5;
  private static final double NEARLY_ALL = 0.8;
  private static final double SMOOTH = 0.5;

  private final Limits limits;
  private final Map<String, Integer> everywhere = new HashMap<>();
  private final Map<String, List<Text>> byCategory = new TreeMap<>();
  private int texts;

  /**
   * When words make a theme.
   *
   * @param fewestTexts of a theme
   * @param mostThemes of a category
   * @param mostShare of the texts of a category that hold a word which can still tell them apart
   * @param leastLift how much more at home a word has to be in its category than elsewhere
   */
  public record Limits(int fewestTexts, int mostThemes, double mostShare, double leastLift) {}

  /**
   * A text.
   *
   * @param id of the matter
   * @param words each once
   */
  public record Text(String id, String category, Set<String> words) {}

  /**
   * A theme.
   *
   * @param word that all of its texts hold
   * @param others words that weigh most beside it, at most three
   * @param ids of its matters, in order
   */
  public record Theme(String category, String word, List<String> others, List<String> ids) {}

  /** Themes of these texts. */
  public Themes(Collection<Text> given, Limits limits) {
    this.limits = limits;
    for (Text text : given) {
      texts++;
      byCategory.computeIfAbsent(text.category(), category -> new ArrayList<>()).add(text);
      text.words().forEach(word -> everywhere.merge(word, 1, Integer::sum));
    }
  }

  /** All of them, by category, those of most texts first. */
  public List<Theme> all() {
    List<Theme> all = new ArrayList<>();
    byCategory.forEach((category, own) -> all.addAll(of(category, own)));
    return all;
  }

  private List<Theme> of(String category, List<Text> own) {
    Map<String, Integer> inCategory = count(own);
    Set<String> telling = new HashSet<>();
    inCategory.forEach(
        (word, many) -> {
          if (isTelling(word, many, own.size())) {
            telling.add(word);
          }
        });
    List<Text> left = new ArrayList<>(own);
    List<Theme> themes = new ArrayList<>();
    while (themes.size() < limits.mostThemes()) {
      Optional<String> word = strongest(left, telling);
      if (word.isEmpty()) {
        break;
      }
      List<Text> held = left.stream().filter(text -> text.words().contains(word.get())).toList();
      left.removeAll(held);
      themes.add(theme(category, word.get(), held, telling));
    }
    themes.sort(
        Comparator.comparing((Theme theme) -> -theme.ids().size()).thenComparing(Theme::word));
    return themes;
  }

  private boolean isTelling(String word, int many, int ofCategory) {
    int elsewhere = texts - ofCategory;
    double here = (double) many / ofCategory;
    double there = (everywhere.get(word) - many + SMOOTH) / (elsewhere + 1);
    return many >= limits.fewestTexts()
        && here <= limits.mostShare()
        && here >= limits.leastLift() * there;
  }

  private Optional<String> strongest(List<Text> left, Set<String> telling) {
    Map<String, Double> weights = new TreeMap<>();
    count(left)
        .forEach(
            (word, many) -> {
              if (many >= limits.fewestTexts() && telling.contains(word)) {
                double one = unity(word, left, telling);
                weights.put(word, many * rarity(word) * one * one);
              }
            });
    return weights.entrySet().stream()
        .min(
            Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /**
   * How far texts with a word say one thing: the mean share of words that nearly all of them hold.
   */
  private static double unity(String word, List<Text> texts, Set<String> telling) {
    List<Text> held = texts.stream().filter(text -> text.words().contains(word)).toList();
    Map<String, Integer> counts = count(held);
    return held.stream()
        .mapToDouble(
            text -> {
              List<String> own = text.words().stream().filter(telling::contains).toList();
              long shared =
                  own.stream().filter(one -> counts.get(one) >= NEARLY_ALL * held.size()).count();
              return (double) shared / own.size();
            })
        .sorted()
        .average()
        .orElse(0);
  }

  private Theme theme(String category, String word, List<Text> held, Set<String> telling) {
    List<String> others =
        count(held).entrySet().stream()
            .filter(entry -> !entry.getKey().equals(word) && telling.contains(entry.getKey()))
            .filter(entry -> entry.getValue() >= IN_MOST * held.size())
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, Integer> entry) ->
                            -entry.getValue() * rarity(entry.getKey()))
                    .thenComparing(Map.Entry::getKey))
            .limit(NAMED)
            .map(Map.Entry::getKey)
            .toList();
    return new Theme(category, word, others, held.stream().map(Text::id).sorted().toList());
  }

  /** How little a word says of any text at all. */
  private double rarity(String word) {
    return Math.log1p((double) texts / everywhere.get(word));
  }

  private static Map<String, Integer> count(List<Text> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(text -> text.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts;
  }
}
