-- Who took part in each event, a row a name.
SELECT f.id AS event_id, p.name, p.role
FROM event f
JOIN event_participant p ON p.event_id = f.id
JOIN article a ON a.id = f.article_id
WHERE f.retracted_run_id IS NULL AND a.superseded_by_id IS NULL
