"""The steps of the build as functions from plain records to plain records, one file each.

A file imports what its step needs and no more, for the digest of its code says what the step's result hangs on.
"""
