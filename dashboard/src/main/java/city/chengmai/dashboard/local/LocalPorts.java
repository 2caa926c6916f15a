package city.chengmai.dashboard.local;

/**
 * The loopback ports of a local run, all derived from the dashboard's.
 *
 * @param dashboard 1024 to 65000
 */
public record LocalPorts(int dashboard) {

  /** Refuses ports that leave no room for the others. */
  public LocalPorts {
    if (dashboard < 1024 || dashboard > 65000) {
      throw new IllegalArgumentException(
          "port " + dashboard + ": expected 1024 to 65000, since the next 32 ports are used too");
    }
  }

  /** ClickHouse over HTTP. */
  public int clickhouseHttp() {
    return dashboard + 10;
  }

  /** ClickHouse native protocol. */
  public int clickhouseNative() {
    return dashboard + 11;
  }

  /** Kafka clients. */
  public int broker() {
    return dashboard + 20;
  }

  /** Health and metrics of ingest. */
  public int ingestHealth() {
    return dashboard + 30;
  }

  /** CloudEvents and Open311 over HTTP. */
  public int gateway() {
    return dashboard + 31;
  }

  /** Health and metrics of analytics. */
  public int analyticsHealth() {
    return dashboard + 32;
  }

  /** Kafka controller. */
  public int controller() {
    return dashboard + 21;
  }
}
