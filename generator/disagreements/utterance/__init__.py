"""One utterance in the words of several articles: versions aligned, sayings retold, and what the words are about."""
