-- Officials, a row a post held; a person with no post has one row.
SELECT $evidence,
    f.name,
    f.rank,
    f.title,
    f.post,
    f.organization,
    f.status,
    (SELECT $joined(o.role, '; ')
     FROM (SELECT role FROM official_role WHERE official_id = f.id ORDER BY seq) AS o) AS roles,
    f.id AS official_id
FROM (
    SELECT official.*, held.post, held.organization, held.status
    FROM official
    LEFT JOIN official_post held ON held.official_id = official.id
) $of_current
