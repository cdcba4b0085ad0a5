"""The verbs: load, ask the domain, write rows and one audit row, flush. Never commit, know no Flask."""
