-- Who grants and who presents each award, a row a name.
SELECT f.fact_key, g.grantor, 'grantor' AS role
FROM award f
JOIN award_grantor g ON g.award_id = f.id
JOIN article a ON a.id = f.article_id
WHERE f.retracted_run_id IS NULL AND a.superseded_by_id IS NULL
UNION ALL
SELECT f.fact_key, p.presenter, 'presenter'
FROM award f
JOIN award_presenter p ON p.award_id = f.id
JOIN article a ON a.id = f.article_id
WHERE f.retracted_run_id IS NULL AND a.superseded_by_id IS NULL
