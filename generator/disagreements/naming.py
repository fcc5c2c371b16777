"""The difference of a finding whose likeliest pair shows none that can be named: looked for in its other pairs."""

from itertools import combinations

from generator.disagreements.kinds import contrasts
from generator.disagreements.ranking.gather import Finding
from generator.disagreements.reading.contrast import Contrast
from generator.disagreements.reading.views import Views

# That the claims of one finding speak of one thing is known already, so that less is enough to name a difference than
# between any two claims (`kinds.SURE`). Chosen by cross-validation.
_SURE_WITHIN = 0.42


def name_difference(views: Views, finding: Finding) -> Finding:
    """`finding` with the surest difference of two of its claims; as it is when it has one, or when none can be named.

    The two claims become its main ones.
    """
    if finding.contrast is not None:
        return finding
    found = [
        (contrast.strength, contrast.kind, i, j, contrast)
        for i, j in combinations(sorted(finding.members), 2)
        for contrast in _between(views, i, j)
    ]
    if not found:
        return finding
    _, _, i, j, contrast = max(found)
    return finding.named(finding.pair._replace(i=i, j=j), contrast)


def _between(views: Views, i: int, j: int) -> list[Contrast]:
    if views.side(i).claim.article == views.side(j).claim.article:
        return []
    # Other words for a thing are left aside: a card that can name nothing tells of the wording anyhow.
    return [each for each in contrasts(views.view(i, j), least=_SURE_WITHIN) if each.kind != "label"]
