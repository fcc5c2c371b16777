"""Readers of sources: one module a format, each from bytes to articles as found. Only `web` knows the network."""
