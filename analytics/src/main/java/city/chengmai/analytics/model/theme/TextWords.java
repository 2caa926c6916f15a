package city.chengmai.analytics.model.theme;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text, Chinese and English: Lucene's segmentation by a hidden Markov model, small
 * letters, English plurals as singulars. Words of one letter, numbers and the commonest English
 * words are left out. Stateless.
 */
public final class TextWords {

  private static final int SHORTEST = 2;

  private TextWords() {}

  /** The words of a text, each once. */
  public static Set<String> of(String text) {
    Set<String> words = new TreeSet<>();
    HMMChineseTokenizer tokenizer = new HMMChineseTokenizer();
    tokenizer.setReader(new StringReader(text));
    try (TokenStream stream = new EnglishMinimalStemFilter(new LowerCaseFilter(tokenizer))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String word = term.toString();
        if (isWord(word)) {
          words.add(word);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the words of a text: " + e.getMessage(), e);
    }
    return words;
  }

  private static boolean isWord(String word) {
    return word.length() >= SHORTEST
        && word.codePoints().allMatch(Character::isLetter)
        && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word);
  }
}
