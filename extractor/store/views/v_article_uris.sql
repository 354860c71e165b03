-- Every place where a current article was found.
SELECT u.article_id, u.uri
FROM article_uri u
WHERE u.retired_run_id IS NULL
