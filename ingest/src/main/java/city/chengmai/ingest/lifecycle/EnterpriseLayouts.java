package city.chengmai.ingest.lifecycle;

import static city.chengmai.ingest.lifecycle.Column.count;
import static city.chengmai.ingest.lifecycle.Column.decimal;
import static city.chengmai.ingest.lifecycle.Column.first;
import static city.chengmai.ingest.lifecycle.Column.flag;
import static city.chengmai.ingest.lifecycle.Column.grid;
import static city.chengmai.ingest.lifecycle.Column.last;
import static city.chengmai.ingest.lifecycle.Column.latitude;
import static city.chengmai.ingest.lifecycle.Column.longitude;
import static city.chengmai.ingest.lifecycle.Column.moment;
import static city.chengmai.ingest.lifecycle.Column.recordedAt;
import static city.chengmai.ingest.lifecycle.Column.source;
import static city.chengmai.ingest.lifecycle.Column.stage;
import static city.chengmai.ingest.lifecycle.Column.subject;
import static city.chengmai.ingest.lifecycle.Column.text;
import static city.chengmai.ingest.lifecycle.Column.updatedAt;
import static city.chengmai.ingest.lifecycle.Column.version;
import static city.chengmai.ingest.lifecycle.Column.when;
import static city.chengmai.ingest.lifecycle.Column.whole;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.row.FactTable;
import java.util.List;

/** Rows of enterprises, their appeals and packages, and of buildings. */
final class EnterpriseLayouts {

  static final EntityLayout ENTERPRISES =
      EntityLayout.of(
          FactTable.ENTERPRISES,
          List.of(
              subject("enterprise_id"),
              source(),
              text("name"),
              text("tier"),
              text("trade"),
              text("country"),
              text("status"),
              text("buildingId"),
              whole("employees"),
              decimal("floorArea"),
              decimal("taxScale"),
              text("app"),
              text("address"),
              grid(),
              longitude(),
              latitude(),
              count("updates", EventType.ENTERPRISE_UPDATED),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout APPEALS =
      EntityLayout.of(
          FactTable.APPEALS,
          List.of(
              subject("appeal_id"),
              source(),
              text("enterpriseId"),
              text("category"),
              text("channel"),
              text("description"),
              text("visitId"),
              text("unit"),
              grid(),
              first("raised_at", EventType.APPEAL_RAISED),
              moment("dueAt"),
              count("dispatches", EventType.APPEAL_DISPATCHED),
              last("closed_at", EventType.APPEAL_CLOSED),
              text("outcome"),
              text("satisfaction"),
              stage(),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout SERVICE_PACKAGES =
      EntityLayout.of(
          FactTable.SERVICE_PACKAGES,
          List.of(
              subject("package_id"),
              source(),
              text("enterpriseId"),
              text("part"),
              flag("confirmed"),
              grid(),
              first("delivered_at", EventType.PACKAGE_DELIVERED),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout BUILDINGS =
      EntityLayout.of(
          FactTable.BUILDINGS,
          List.of(
              subject("building_id"),
              source(),
              text("name"),
              text("grade"),
              text("taxClass"),
              whole("floors"),
              decimal("lettableArea"),
              decimal("letArea"),
              text("app"),
              text("address"),
              grid(),
              longitude(),
              latitude(),
              count("updates", EventType.BUILDING_UPDATED),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout OCCUPANCIES =
      EntityLayout.of(
          FactTable.OCCUPANCIES,
          List.of(
              subject("occupancy_id"),
              source(),
              text("buildingId"),
              text("enterpriseId"),
              text("change"),
              decimal("floorArea"),
              text("rooms"),
              grid(),
              when("moved_in_at", "change", "moved-in"),
              when("moved_out_at", "change", "moved-out"),
              moment("validFrom"),
              moment("validTo"),
              updatedAt(),
              recordedAt(),
              version()));

  private EnterpriseLayouts() {}
}
