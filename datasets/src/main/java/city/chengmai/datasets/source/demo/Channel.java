package city.chengmai.datasets.source.demo;

import java.util.List;
import java.util.Locale;

/** How a case of the demo city comes in, with the feed that sends it. */
enum Channel {
  /** Patrol with the street-front app (街面通). */
  PATROL("demo/street-front-app"),
  /** 12345 hotline. */
  HOTLINE("demo/hotline-12345"),
  /** Residents' self-governance app (自治通). */
  APP("demo/self-governance-app"),
  /** A sensor. */
  SENSOR("demo/devices"),
  /** A visit with the enterprise-service app (企服通). */
  VISIT("demo/enterprise-service-app");

  /** All of them, in order. */
  static final List<Channel> ALL = List.of(values());

  private final String source;

  Channel(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when somebody has to go and look before the desk takes it in. */
  boolean needsVerification() {
    return this == HOTLINE || this == APP;
  }
}
