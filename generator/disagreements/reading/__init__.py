"""Two claims side by side: their words aligned, their clauses, voices and acts, and the phrases that can be printed."""
