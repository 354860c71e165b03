-- Quantities of what was done, found or exists.
SELECT $evidence,
    f.value,
    f.value_max,
    f.value_min,
    f.out_of,
    f.modifier,
    f.unit,
    f.what,
    f.action,
    f.actor,
    f.change,
    f.base,
    f.start_date,
    f.end_date,
    f.realis
FROM statistic $of_current
