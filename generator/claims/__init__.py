"""From analysed sentences to claims: who did what, when, why, how surely and on whose word."""

from generator.claims.reading import read_claims
from generator.claims.record import Claim

__all__ = ["Claim", "read_claims"]
