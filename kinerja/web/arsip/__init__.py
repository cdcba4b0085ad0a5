"""Pages of the archive: the list, a document, shelf, retention, classes, numbers, checks, signatures."""
