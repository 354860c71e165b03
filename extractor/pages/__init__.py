"""What people look at: a report in one file, and pages over the database."""
