package city.chengmai.ingest.lifecycle;

import static city.chengmai.ingest.lifecycle.Column.count;
import static city.chengmai.ingest.lifecycle.Column.decimal;
import static city.chengmai.ingest.lifecycle.Column.first;
import static city.chengmai.ingest.lifecycle.Column.grid;
import static city.chengmai.ingest.lifecycle.Column.last;
import static city.chengmai.ingest.lifecycle.Column.latitude;
import static city.chengmai.ingest.lifecycle.Column.longitude;
import static city.chengmai.ingest.lifecycle.Column.moment;
import static city.chengmai.ingest.lifecycle.Column.recordedAt;
import static city.chengmai.ingest.lifecycle.Column.source;
import static city.chengmai.ingest.lifecycle.Column.subject;
import static city.chengmai.ingest.lifecycle.Column.text;
import static city.chengmai.ingest.lifecycle.Column.updatedAt;
import static city.chengmai.ingest.lifecycle.Column.version;
import static city.chengmai.ingest.lifecycle.Column.when;
import static city.chengmai.ingest.lifecycle.Column.whole;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.row.FactTable;
import java.util.List;

/** Rows of components, people's-heart projects and lift retrofits. */
final class WorksLayouts {

  static final EntityLayout COMPONENTS =
      EntityLayout.of(
          FactTable.COMPONENTS,
          List.of(
              subject("component_id"),
              source(),
              text("category"),
              text("name"),
              text("ownerUnit"),
              text("condition"),
              whole("installedYear"),
              grid(),
              longitude(),
              latitude(),
              first("registered_at", EventType.COMPONENT_REGISTERED),
              last("inspected_at", EventType.COMPONENT_INSPECTED),
              count("inspections", EventType.COMPONENT_INSPECTED),
              text("caseId"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout PROJECT_MILESTONES =
      EntityLayout.of(
          FactTable.PROJECT_MILESTONES,
          List.of(
              subject("milestone_id"),
              source(),
              text("projectId"),
              text("task"),
              text("title"),
              text("stage"),
              text("unit"),
              grid(),
              moment("dueAt"),
              when("planned_at", "stage", "planned"),
              when("started_at", "stage", "started"),
              when("reached_at", "stage", "reached"),
              when("dropped_at", "stage", "dropped"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout LIFT_RETROFITS =
      EntityLayout.of(
          FactTable.LIFT_RETROFITS,
          List.of(
              subject("staircase_id"),
              source(),
              text("estateId"),
              text("stage"),
              whole("households"),
              decimal("consent"),
              grid(),
              longitude(),
              latitude(),
              moment("dueAt"),
              when("consulting_at", "stage", "consulting"),
              when("signed_at", "stage", "signed"),
              when("approval_at", "stage", "under-approval"),
              when("construction_at", "stage", "under-construction"),
              when("finished_at", "stage", "finished"),
              updatedAt(),
              recordedAt(),
              version()));

  private WorksLayouts() {}
}
