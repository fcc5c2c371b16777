"""The editor's desk: one module a command, thin over pure functions."""
