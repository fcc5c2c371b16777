"""What a sentence says: tokens, trees, tenses, phrases, dates and numerals."""
