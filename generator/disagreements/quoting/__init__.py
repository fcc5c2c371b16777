"""Quotations of one utterance, aligned word by word."""
