-- Awards, a row a conferral; grantors and presenters joined in the order of the text.
SELECT $evidence,
    f.award,
    f.category,
    f.class,
    (SELECT $joined(g.grantor, '; ')
     FROM (SELECT grantor FROM award_grantor WHERE award_id = f.id ORDER BY seq) AS g) AS grantors,
    (SELECT $joined(p.presenter, '; ')
     FROM (SELECT presenter FROM award_presenter WHERE award_id = f.id ORDER BY seq) AS p) AS presenters,
    f.recipient_kind,
    f.recipient,
    f.count,
    f.count_min,
    f.count_unit,
    f.count_basis,
    f.start_date,
    f.end_date,
    f.realis
FROM award $of_current
