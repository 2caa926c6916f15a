package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.MalformedEventException;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** Structured CloudEvents as they lie on the topic; what is read is written and read alike. */
public final class EventCodecFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        """
        {"specversion":"1.0","id":"1","source":"urn:test","type":"cn.grid.case.reported",\
        "subject":"case-1","time":"2026-05-24T08:00:00.5+08:00","datacontenttype":"application/json",\
        "dataschema":"https://chengmai.city/x.json","gridid":"g","data":{"category":"市容","channel":"app"}}""",
        """
        {"specversion":"1.0","id":"1","source":"urn:test","type":"cn.grid.visit.made",\
        "subject":"v","time":"2026-05-24T08:00:00Z","data_base64":"e30="}""");
  }

  @Override
  public List<String> words() {
    return List.of("specversion", "subject", "cn.grid.case.filed", "data_base64", "1e999999999");
  }

  @Override
  public void take(byte[] input) {
    Event event;
    try {
      event = EventCodec.decode(input);
    } catch (MalformedEventException refused) {
      return;
    }
    Event again = EventCodec.decode(EventCodec.encode(event));
    if (!again.id().equals(event.id())
        || !again.time().equals(event.time())
        || !again.data().equals(event.data())) {
      throw new IllegalStateException(event + " came back as " + again);
    }
  }
}
