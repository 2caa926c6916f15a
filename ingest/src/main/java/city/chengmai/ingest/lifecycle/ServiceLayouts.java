package city.chengmai.ingest.lifecycle;

import static city.chengmai.ingest.lifecycle.Column.count;
import static city.chengmai.ingest.lifecycle.Column.first;
import static city.chengmai.ingest.lifecycle.Column.firstOf;
import static city.chengmai.ingest.lifecycle.Column.firstWord;
import static city.chengmai.ingest.lifecycle.Column.flag;
import static city.chengmai.ingest.lifecycle.Column.grid;
import static city.chengmai.ingest.lifecycle.Column.last;
import static city.chengmai.ingest.lifecycle.Column.latitude;
import static city.chengmai.ingest.lifecycle.Column.longitude;
import static city.chengmai.ingest.lifecycle.Column.moment;
import static city.chengmai.ingest.lifecycle.Column.overlayGrid;
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
import java.util.Set;

/** Rows of complaints about sites, enforcement and visits. */
final class ServiceLayouts {

  private static final Set<EventType> ENFORCEMENT =
      Set.of(
          EventType.ENFORCEMENT_NOTICE,
          EventType.ENFORCEMENT_INTERVIEW,
          EventType.ENFORCEMENT_INSPECTION);

  static final EntityLayout SITE_COMPLAINTS =
      EntityLayout.of(
          FactTable.SITE_COMPLAINTS,
          List.of(
              subject("complaint_id"),
              source(),
              text("siteId"),
              text("category"),
              grid(),
              overlayGrid(),
              longitude(),
              latitude(),
              text("address"),
              text("description"),
              person("caller_hash", "caller"),
              text("permittedFrom"),
              text("permittedUntil"),
              moment("heardAt"),
              text("orderId"),
              text("caseId"),
              flag("negotiationNeeded"),
              first("received_at", EventType.COMPLAINT_RECEIVED),
              first("verified_at", EventType.COMPLAINT_VERIFIED),
              flag("confirmed"),
              first("negotiation_opened_at", EventType.COMPLAINT_NEGOTIATION_OPENED),
              texts("parties"),
              last("rectified_at", EventType.COMPLAINT_RECTIFIED),
              text("outcome"),
              stage(),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout ENFORCEMENT_ACTIONS =
      EntityLayout.of(
          FactTable.ENFORCEMENT_ACTIONS,
          List.of(
              subject("action_id"),
              source(),
              firstWord("kind", ENFORCEMENT),
              text("enterpriseId"),
              text("siteId"),
              text("party"),
              grid(),
              overlayGrid(),
              longitude(),
              latitude(),
              texts("departments"),
              texts("items"),
              whole("findings"),
              flag("planned"),
              flag("peakHour"),
              text("caseId"),
              moment("dueAt"),
              firstOf("acted_at", ENFORCEMENT),
              last("rectified_at", EventType.ENFORCEMENT_RECTIFIED),
              text("rectification"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout VISITS =
      EntityLayout.of(
          FactTable.VISITS,
          List.of(
              subject("visit_id"),
              source(),
              text("campaign"),
              text("targetType"),
              text("targetId"),
              text("tier"),
              grid(),
              longitude(),
              latitude(),
              texts("participants"),
              whole("minutes"),
              first("held_at", EventType.VISIT_HELD),
              count("revisits", EventType.VISIT_REVISITED),
              last("revisited_at", EventType.VISIT_REVISITED),
              whole("reopened"),
              text("satisfaction"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout VISIT_ISSUES =
      EntityLayout.of(
          FactTable.VISIT_ISSUES,
          List.of(
              subject("issue_id"),
              source(),
              text("visitId"),
              text("category"),
              text("tag"),
              text("description"),
              flag("solvedOnSpot"),
              text("appealId"),
              text("caseId"),
              grid(),
              first("raised_at", EventType.VISIT_ISSUE),
              updatedAt(),
              recordedAt(),
              version()));

  private ServiceLayouts() {}
}
