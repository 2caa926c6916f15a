package city.chengmai.ingest.fuzz;

import city.chengmai.ingest.intake.PayloadText;
import city.chengmai.ingest.privacy.DeadLetterMask;
import city.chengmai.ingest.privacy.FreeText;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;
import java.util.regex.Pattern;

/** What is masked in refused bytes; no mobile number that stands alone is left. */
public final class MasksFuzz implements FuzzTarget {

  private static final Pattern MOBILE = Pattern.compile("(?<![0-9０-９])1[3-9][0-9]{9}(?![0-9０-９])");
  private static final int LONG = 60_000;

  @Override
  public List<String> seeds() {
    return List.of(
        "{\"name\":\"王小明\",\"phone\":\"138-0013-8000\",\"text\":\"联系人：王小明，电话 6234567\"}",
        "姓名: \"a\\\"b\\u738b\" 身份证 110105194912310028 沪A12345",
        "{\"name\":\"" + "x".repeat(LONG) + "\"}",
        "{\"name\":\"" + "\\\\".repeat(LONG / 2) + "\"}",
        "name:" + "(".repeat(LONG),
        "联系人" + " ".repeat(LONG),
        "Name is " + "Aa ".repeat(LONG / 3),
        "1".repeat(LONG),
        "\\u0031\\u0033800138000");
  }

  @Override
  public List<String> words() {
    return List.of("phone", "姓名", "联系人", "电话", "：", "13800138000", "\\u0031", "[person]");
  }

  @Override
  public void take(byte[] input) {
    String masked = DeadLetterMask.mask(PayloadText.of(input));
    if (MOBILE.matcher(masked).find()) {
      throw new IllegalStateException("a number is left in " + masked);
    }
    FreeText.mask(FuzzTarget.text(input));
  }
}
