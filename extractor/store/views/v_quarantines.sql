-- Inputs that could not be read when they were last seen.
SELECT i.uri, i.reason, i.detail, i.seen_at
FROM run_input i
WHERE
    i.outcome = 'quarantined'
    AND NOT EXISTS (SELECT 1 FROM run_input later WHERE later.uri = i.uri AND later.id > i.id)
