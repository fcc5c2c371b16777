"""Which pairs of claims are worth a card: how alike they are, the learned scorecards, gathering and ordering."""
