"""Which offers suit a person, and why: rules, search, warnings and objections."""
