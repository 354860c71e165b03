-- Official papers named in an article, a row each.
SELECT $evidence, f.doc_type, f.number, f.issued_on, f.issuer, f.title
FROM document $of_current
