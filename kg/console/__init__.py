"""What the command line shows: texts in two languages, help, tables."""
