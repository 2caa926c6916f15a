package city.chengmai.ingest.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks what a label says is a person: a name after "姓名" or "联系人", a short telephone number after
 * "电话", an old identity number after "身份证". A name without a label is a word like any other; only
 * the persons that the event itself names can be found then.
 */
final class Labelled {

  private static final String CJK = "[\\u4e00-\\u9fff]";
  private static final String COMPOUND =
      "(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|司徒|端木|南宫|独孤|长孙|宇文|轩辕)";
  private static final String SINGLE =
      "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史"
          + "唐费薛雷贺倪汤滕罗毕郝邬常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪毛米贝戴宋庞熊纪舒屈项祝董梁杜蓝席季麻贾江童颜郭梅"
          + "盛林钟徐邱骆高夏蔡田樊胡凌霍虞万管卢莫房丁邓洪包左石崔龚程邢裴陆荣翁荀甄曲封储靳段焦谷车侯宁甘厉武符刘景詹龙叶"
          + "黎溥白赖卓屠池乔温庄晏柴瞿阎连习艾向古易廖庾耿关匡欧沙曾关聂巫敖冷辛那简饶闫肖代涂覃]";
  private static final String AFTER_NAME =
      "(?=$|[^\\u4e00-\\u9fff]|电话|手机|联系|身份|先生|女士|同志|反映|投诉|表示|来电|要求|称|说|住|在|的|与|和)";
  private static final String NAME =
      "(?:"
          + COMPOUND
          + CJK
          + "{1,2}|"
          + SINGLE
          + CJK
          + "{1,2}?"
          + AFTER_NAME
          + "|"
          + SINGLE
          + CJK
          + "{1,2})";

  private static final Pattern CHINESE_NAME =
      Pattern.compile(
          "(?=[姓联投反来举报求申经我名本负法业户租家])"
              + "((?:姓\\s?名|联\\s?系\\s?人|投诉人|反映人|来电人|举报人|报案人|求助人|申请人|经办人|我叫|名叫)"
              + "[\\s:：是为叫,，]*|(?:本人|负责人|法人|法定代表人|业主|户主|租客|家属|我是)"
              + "(?:[:：]\\s*|(?="
              + COMPOUND
              + ")))"
              + NAME);
  private static final Pattern LATIN_NAME =
      Pattern.compile(
          "\\b((?:[Nn]ame|NAME|[Cc]ontact|[Cc]aller|[Rr]eporter|[Cc]omplainant|[Mm]y name)"
              + "(?:\\s*[:=]\\s*|\\s+is\\s+))\\p{Lu}[\\p{L}'-]+(?:\\s+\\p{Lu}[\\p{L}'-]+){0,3}");
  private static final Pattern PHONE =
      Pattern.compile(
          "((?:电话|手机|联系方式|号码|[Tt]el|TEL|[Pp]hone|[Mm]obile)[^0-9０-９]{0,6})"
              + "[0-9０-９](?:[\\s\\-.－]?[0-9０-９]){6,12}");
  private static final Pattern IDENTITY =
      Pattern.compile("(身份证[^0-9０-９]{0,6})[0-9０-９]{15}(?![0-9０-９])");

  /** The words of {@link #PHONE} without their first letter, and those of {@link #IDENTITY}. */
  private static final List<String> LATIN_LABELS = List.of("el", "EL", "hone", "obile");

  private static final List<String> LABELS =
      List.of("电话", "手机", "联系方式", "号码", "身份证", "el", "EL", "hone", "obile");

  private Labelled() {}

  static String maskNames(String text) {
    String masked = CHINESE_NAME.matcher(text).replaceAll("$1[person]");
    return LATIN_NAME.matcher(masked).replaceAll("$1[person]");
  }

  /** Whether a word stands in the text that a label of a number is or ends with. */
  static boolean mayLabelNumber(String text) {
    for (String word : FreeText.isAscii(text) ? LATIN_LABELS : LABELS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static String maskNumbers(String text) {
    String masked = IDENTITY.matcher(text).replaceAll("$1[identity]");
    return PHONE.matcher(masked).replaceAll("$1[phone]");
  }
}
