-- Time expressions (TIMEX3); dates are inclusive.
SELECT $evidence, f.type, f.start_date, f.end_date, f.value, f.modifier, f.anchor
FROM time $of_current
