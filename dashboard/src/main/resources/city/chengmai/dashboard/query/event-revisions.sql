-- How many events came with more than one content, and how many contents were replaced.
SELECT uniqExact(source, id) AS events, count() - uniqExact(source, id) AS replaced FROM event_revisions
