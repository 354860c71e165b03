-- Places named in an article, a row each.
SELECT $evidence, f.name, f.level, f.parent, f.code
FROM place $of_current
