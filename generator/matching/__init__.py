"""When two things are one: names, words, numbers, passages."""
