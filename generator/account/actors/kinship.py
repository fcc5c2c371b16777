"""How much two articles have in common, by the rare names they share."""

from collections import defaultdict
from collections.abc import Mapping, Set
from math import log


def kinship(names: Mapping[str, Set[str]]) -> dict[str, dict[str, float]]:
    """For each article, every other that shares names with it, and the share between 0 and 1.

    `names` holds the folded name forms of each article. Names count by inverse document frequency (Spärck Jones, 1972).
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for article in names:
        for key in sorted(names[article]):
            holders[key].append(article)
    weight = {key: log(len(names) / len(found)) if len(names) > 1 else 1.0 for key, found in holders.items()}
    total = {article: sum(weight[key] for key in sorted(keys)) or 1.0 for article, keys in names.items()}
    shared: dict[str, dict[str, float]] = {article: defaultdict(float) for article in names}
    for key, found in holders.items():
        for one in found:
            for other in found:
                if one != other:
                    shared[one][other] += weight[key]
    return {a: {b: s / min(total[a], total[b]) for b, s in row.items()} for a, row in shared.items()}
