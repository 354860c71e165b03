"""From inputs to articles: files of any encoding and format, each read or refused with a reason."""
