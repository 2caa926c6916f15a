package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.file.SourceRow;
import java.util.ArrayList;
import java.util.List;

/** One row while it is mapped: its cells, and the findings so far. Used by one thread. */
final class Row {

  private final SourceRow source;
  private final List<Finding> findings = new ArrayList<>();

  Row(SourceRow source) throws RowRefusedException {
    this.source = source;
    RowNote fault =
        switch (source.fault()) {
          case NONE -> null;
          case CELLS -> RowNote.CELLS;
          case BAD_ENCODING -> RowNote.BAD_ENCODING;
          case UNREADABLE -> RowNote.UNREADABLE_ROW;
        };
    if (fault != null) {
      throw new RowRefusedException(new Finding(fault, true, "", "", fault.expected()));
    }
  }

  SourceRow source() {
    return source;
  }

  /** The cell of the first of these columns that the file has; empty when it has none. */
  String cell(List<String> columns) {
    if (columns.size() == 1) {
      return source.cell(columns.get(0));
    }
    for (String column : columns) {
      if (source.has(column)) {
        String cell = source.cell(column);
        if (!cell.isEmpty()) {
          return cell;
        }
      }
    }
    return "";
  }

  void note(RowNote note, Field field) {
    findings.add(Finding.note(note, field, field.shown(this), note.expected()));
  }

  /** Notes it, or refuses the row when the rule says so. */
  void note(RowNote note, Field field, Rules.Action action) throws RowRefusedException {
    if (action == Rules.Action.REFUSE) {
      throw refusal(note, field);
    }
    note(note, field);
  }

  RowRefusedException refusal(RowNote note, Field field) {
    return new RowRefusedException(Finding.note(note, field, field.shown(this), note.expected()));
  }

  List<Finding> findings() {
    return findings;
  }
}
