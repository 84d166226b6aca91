"""The cost of reading one word for another: an edit distance over places, each edit at its own price.

>>> from greffier.resolve.names.sounds import reading
>>> distance(reading("lazarov"), reading("lasarow"), 1.0), distance(reading("lazarov"), reading("lazarev"), 1.0)
(0.0, 0.15)
"""

from greffier.resolve.names.sounds import ALL, Reading, cost

SWAP = 0.7  # two neighbours in the other order, a slip of the pen
_costs: dict[int, float] = {}  # at most one entry for two kinds of places, of which the tables make a few hundred


def far(a: Reading, b: Reading, limit: float) -> bool:
    """Whether the firm consonants of two readings alone cost more than `limit`, which leaves none of them out."""
    if len(a.firm) != len(b.firm):
        fewer = a if len(a.firm) < len(b.firm) else b
        return abs(len(a.firm) - len(b.firm)) > fewer.loose
    spent = 0.0
    for one, other in zip(a.firm, b.firm, strict=True):
        if one != other:
            price = _costs.get(one << 64 | other)
            if price is None:
                price = _costs[one << 64 | other] = cost(one, other)
            spent += price
            if spent > limit:
                return True
    return False


def distance(a: Reading, b: Reading, limit: float) -> float:
    """The cost of the cheapest alignment, or anything beyond `limit` where it is dearer."""
    ones, others = a.places, b.places
    if ones == others:
        return 0.0
    first, most = 0, min(len(ones), len(others))
    while first < most and ones[first] == others[first]:
        first += 1
    if first:  # what begins alike costs nothing
        ones, others = ones[first:], others[first:]
    goes = b.leave[first:]
    row = [0.0]
    for out in goes:
        row.append(row[-1] + out)
    known = _costs
    before, previous = row, 0
    for mask, out in zip(ones, a.leave[first:], strict=True):
        left = row[0] + out
        line = [left]
        diagonal = row[0]
        least = left
        for index, (seen, gone) in enumerate(zip(others, goes, strict=True), 1):
            above = row[index]
            if mask == seen:
                best = diagonal
            else:
                key = mask << 64 | seen
                price = known.get(key)
                if price is None:
                    price = known[key] = cost(mask, seen)
                best = diagonal + price
                if (
                    index > 1
                    and previous & seen & ALL
                    and mask & others[index - 2] & ALL
                    and before[index - 2] + SWAP < best
                ):
                    best = before[index - 2] + SWAP
            if above + out < best:
                best = above + out
            if left + gone < best:
                best = left + gone
            line.append(best)
            left = best
            diagonal = above
            if best < least:
                least = best
        if least > limit:
            return least
        before, previous, row = row, mask, line
    return row[-1]
