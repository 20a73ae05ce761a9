"""The rules: a report (and, for some, that of the year before) in, oddities out; one file a rule or a family of them."""
