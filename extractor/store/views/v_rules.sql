-- The rules of the program, and how many current facts in how many articles each has made.
SELECT
    r.name AS rule,
    r.kind,
    r.description,
    r.examples,
    count(made.article_id) AS facts,
    count(DISTINCT made.article_id) AS articles
FROM rule r
LEFT JOIN (
    SELECT f.article_id, f.rule_id
    FROM ($every_fact) f
    JOIN article a ON a.id = f.article_id
    WHERE a.superseded_by_id IS NULL
) made ON made.rule_id = r.id
WHERE r.active = 1
GROUP BY r.id, r.name, r.kind, r.description, r.examples
