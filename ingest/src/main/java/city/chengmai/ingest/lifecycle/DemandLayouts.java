package city.chengmai.ingest.lifecycle;

import static city.chengmai.ingest.lifecycle.Column.first;
import static city.chengmai.ingest.lifecycle.Column.grid;
import static city.chengmai.ingest.lifecycle.Column.last;
import static city.chengmai.ingest.lifecycle.Column.latitude;
import static city.chengmai.ingest.lifecycle.Column.longitude;
import static city.chengmai.ingest.lifecycle.Column.map;
import static city.chengmai.ingest.lifecycle.Column.moment;
import static city.chengmai.ingest.lifecycle.Column.person;
import static city.chengmai.ingest.lifecycle.Column.recordedAt;
import static city.chengmai.ingest.lifecycle.Column.source;
import static city.chengmai.ingest.lifecycle.Column.stage;
import static city.chengmai.ingest.lifecycle.Column.subject;
import static city.chengmai.ingest.lifecycle.Column.text;
import static city.chengmai.ingest.lifecycle.Column.texts;
import static city.chengmai.ingest.lifecycle.Column.updatedAt;
import static city.chengmai.ingest.lifecycle.Column.version;
import static city.chengmai.ingest.lifecycle.Column.whole;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.row.FactTable;
import java.util.List;

/** Rows of services that took place and of demands. */
final class DemandLayouts {

  static final EntityLayout SERVICES =
      EntityLayout.of(
          FactTable.SERVICES,
          List.of(
              subject("service_id"),
              source(),
              text("kind"),
              text("itemId"),
              text("facilityId"),
              text("targetId"),
              person("person_hash", "person"),
              text("demandId"),
              grid(),
              longitude(),
              latitude(),
              texts("partners"),
              whole("participants"),
              text("outcome"),
              map("attributes"),
              moment("plannedFor"),
              first("held_at", EventType.SERVICE_HELD),
              moment("endsAt"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout DEMANDS =
      EntityLayout.of(
          FactTable.DEMANDS,
          List.of(
              subject("demand_id"),
              source(),
              text("kind"),
              text("itemId"),
              text("channel"),
              text("demander"),
              text("demanderId"),
              person("person_hash", "person"),
              text("description"),
              text("facilityId"),
              text("serviceId"),
              text("unit"),
              grid(),
              map("attributes"),
              moment("dueAt"),
              first("raised_at", EventType.DEMAND_RAISED),
              first("matched_at", EventType.DEMAND_MATCHED),
              last("closed_at", EventType.DEMAND_CLOSED),
              text("outcome"),
              text("satisfaction"),
              stage(),
              updatedAt(),
              recordedAt(),
              version()));

  private DemandLayouts() {}
}
