"""Reports: from rows to figures, frozen, passed on."""
