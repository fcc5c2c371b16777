"""The base of all records: immutable, compared by value, and readable as plain data."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable record with named fields; `msgspec.to_builtins` turns it into plain data."""
