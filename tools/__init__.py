"""Commands for those who work on Parallax itself; nothing here is shipped."""
