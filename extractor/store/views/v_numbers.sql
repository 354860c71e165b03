-- Every number of the text: the kind of fact it went into, or why it is none; with neither it is unexplained.
SELECT $evidence, f.fact_kind, f.reason
FROM number $of_current
