-- Bulletins of the governance rhythm. The table only grows: every edition stays as it was written.
CREATE TABLE IF NOT EXISTS bulletins
(
    bulletin_id  String COMMENT 'kind and first day, for example week-2026-11-16',
    edition      UInt32 COMMENT 'from 1; each step of a bulletin is an edition of its own',
    edition_id   String COMMENT 'given by whoever writes it, so that sending it twice counts once',
    based_on     UInt32 COMMENT 'edition that the writer had before the eyes; 0 for the first',
    kind         LowCardinality(String) COMMENT 'day, week, month',
    first_day    Date,
    end_day      Date COMMENT 'day after the last one',
    state        LowCardinality(String) COMMENT 'drafted, edited, published, restated',
    actor        String COMMENT 'post that wrote the edition; empty: the machine',
    opening      String COMMENT 'opening text of a person',
    notes        Map(String, String) COMMENT 'section to the note that a person wrote on it',
    figures      String COMMENT 'sections with all their figures as JSON',
    changes      String COMMENT 'figures that differ from the published edition, old and new, as JSON; empty unless restated',
    published    UInt32 COMMENT 'edition that was published last before or with this one; 0: none',
    data_as_of   DateTime64(3, 'UTC') COMMENT 'time up to which the figures are good',
    made_at      DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version      UInt64 COMMENT 'real time in milliseconds; of two editions of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (bulletin_id, edition, edition_id)
COMMENT 'daily, weekly and monthly bulletins, edition by edition (日巡查、周研判、月通报)';
