-- Happenings, a row each.
SELECT $evidence,
    f.id AS event_id,
    f.type,
    f.name,
    f.ordinal,
    f.term,
    f.start_date,
    f.end_date,
    f.place,
    f.organizer,
    f.realis
FROM event $of_current
