package city.chengmai.datasets.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The three dimensions of a grid portrait (管理、服务、运行). */
public enum Dimension {
  /** 管理: how cases are handled. */
  MANAGEMENT,
  /** 服务: how callers are answered. */
  SERVICE,
  /** 运行: how the place runs. */
  OPERATION;

  /** The word kept in tables, for example {@code management}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension with this word. */
  @JsonCreator
  public static Dimension of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
