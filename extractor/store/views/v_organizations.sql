-- Organisations named in an article, a row each.
SELECT $evidence, f.name, f.kind, f.parent, f.place
FROM organization $of_current
