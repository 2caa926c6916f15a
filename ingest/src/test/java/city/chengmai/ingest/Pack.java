package city.chengmai.ingest;

import city.chengmai.testing.PackCity;
import city.chengmai.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A pack of real data: its mapping, its city, and how much of it ClickHouse holds in the end. */
enum Pack {
  BOSTON_CSV("boston-311", "boston-311-2011.zip", Place.BOSTON, "cases", 58_251, 2_833),
  /**
   * Three files of 26, with the most reports outside the city; what came of those has no report to
   * follow.
   */
  BOSTON_OPEN311("boston-open311", "boston-open311-dev.zip", Place.BOSTON, "cases", 126_593, 0) {
    @Override
    Path file(Path directory) throws IOException {
      return WHOLE ? super.file(directory) : part(directory, "requests-00[1-3]\\.json");
    }

    @Override
    long entities() {
      return WHOLE ? super.entities() : 14_876;
    }

    @Override
    Map<String, Long> letters() {
      return WHOLE
          ? Map.of("outside-city", 258L, "impossible-order", 513L)
          : Map.of("outside-city", 124L, "impossible-order", 248L);
    }
  },
  BUDAPEST("budapest-jarokelo", "budapest-jarokelo-dev.zip", Place.BUDAPEST, "cases", 22_040, 10),
  STUTTGART(
      "stuttgart-gelbe-karten",
      "stuttgart-gelbe-karten-dev.zip",
      Place.EARTH,
      "cases",
      13_621,
      13_621),
  /** 138 rows name no council and 79 one that the boundaries lack. */
  LOS_ANGELES("la-311", "la-311-dev.zip", Place.LOS_ANGELES, "cases", 19_999, 217),
  CHINESE_MESSAGES(
      "cn-gov-messages", "cn-gov-messages-dev.zip", Place.EARTH, "cases", 2_816, 2_816),
  /** A quarter, or a year, of one station of six: all of them are two million readings. */
  BEIJING_AIR("beijing-air", "beijing-air-dev.zip", Place.EARTH, "observations", 93_440, 93_440) {
    @Override
    Path file(Path directory) throws IOException {
      String station = "PRSA_Data_Huairou_20130301-20170228.csv";
      try (ZipFile zip = new ZipFile(super.file(directory).toFile());
          InputStream in = zip.getInputStream(new ZipEntry(station))) {
        Path file = directory.resolve(station);
        List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        return Files.write(file, lines.subList(0, 1 + (WHOLE ? HOURS_OF_YEAR : HOURS_OF_QUARTER)));
      }
    }

    @Override
    long entities() {
      return WHOLE ? super.entities() : 22_378;
    }

    @Override
    long outsideGrids() {
      return entities();
    }
  },
  MUNICH_NOISE("munich-noise", "munich-noise.zip", Place.EARTH, "observations", 3_041, 3_041),
  /** Two kinds of series of five. */
  NAB("nab", "nab-dev.zip", Place.EARTH, "observations", 137_340, 137_340) {
    @Override
    Path file(Path directory) throws IOException {
      return WHOLE
          ? super.file(directory)
          : part(directory, "data/(realAdExchange|realTraffic)/.+");
    }

    @Override
    long entities() {
      return WHOLE ? super.entities() : 25_270;
    }

    @Override
    long outsideGrids() {
      return entities();
    }
  };

  /** {@code -Dpacks=whole} for the long form, which takes three times as long. */
  private static final boolean WHOLE = "whole".equals(System.getProperty("packs"));

  private static final int HOURS_OF_YEAR = 365 * 24;
  private static final int HOURS_OF_QUARTER = 13 * 7 * 24;

  private enum Place {
    BOSTON,
    BUDAPEST,
    EARTH,
    LOS_ANGELES
  }

  private final String mapping;
  private final String archive;
  private final Place place;
  private final String table;
  private final long entities;
  private final long outsideGrids;

  Pack(
      String mapping, String archive, Place place, String table, long entities, long outsideGrids) {
    this.mapping = mapping;
    this.archive = archive;
    this.place = place;
    this.table = table;
    this.entities = entities;
    this.outsideGrids = outsideGrids;
  }

  String mapping() {
    return mapping;
  }

  /** What is imported; a part of an archive is written into this directory. */
  Path file(Path directory) throws IOException {
    return SharedData.file(archive);
  }

  /** A copy of the archive with these files of it alone. */
  Path part(Path directory, String entries) throws IOException {
    Path part = directory.resolve(archive);
    try (ZipFile whole = new ZipFile(SharedData.file(archive).toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(part))) {
      for (ZipEntry entry : Collections.list(whole.entries())) {
        if (entry.getName().matches(entries)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream in = whole.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
    return part;
  }

  /** Name of its city, which is written into this directory unless it comes with us. */
  String city(Path directory) throws IOException {
    return switch (place) {
      case BOSTON -> "boston-311-2011";
      case BUDAPEST -> PackCity.budapest().write(directory).toString();
      case EARTH -> PackCity.bare().write(directory).toString();
      case LOS_ANGELES -> PackCity.losAngeles().write(directory).toString();
    };
  }

  /** The table of its cases or readings. */
  String table() {
    return table;
  }

  /** Rows in that table. */
  long entities() {
    return entities;
  }

  /** Those of them that lie in no grid. */
  long outsideGrids() {
    return outsideGrids;
  }

  /** Events that are refused, by reason. */
  Map<String, Long> letters() {
    return Map.of();
  }
}
