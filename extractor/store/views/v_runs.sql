-- Every call of extractor run: the articles it read, and the facts they have.
SELECT
    r.id AS run_id,
    r.started_at,
    r.finished_at,
    r.version,
    r.rules_fingerprint,
    r.status,
    (SELECT count(*) FROM run_input i WHERE i.run_id = r.id AND i.outcome = 'processed') AS articles,
    (SELECT coalesce(CAST(sum(i.facts) AS INTEGER), 0)
     FROM run_input i WHERE i.run_id = r.id AND i.outcome = 'processed') AS facts
FROM run r
