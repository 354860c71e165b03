-- The current version of every article.
SELECT
    a.id AS article_id,
    $uri AS uri,
    a.title,
    a.author,
    a.published_at,
    a.published_from,
    a.published_to,
    a.published_method,
    a.section,
    a.source,
    a.place,
    a.language,
    a.sha256,
    a.text
FROM article a
WHERE a.superseded_by_id IS NULL
