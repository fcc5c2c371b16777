"""Passages of one matter, laid side by side without claiming that they differ."""
