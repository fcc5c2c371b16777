"""One quantity in the numbers of several articles: which numbers may be for one thing, and how they are told."""
