"""Entities from appearances: which appearances are one person, body, place or instrument."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement


def resolve(appearances: Iterable[Appearance], judgements: Iterable[Judgement] = ()) -> Iterator[Entity]:
    """Yield each entity, by order of id; the same whatever the order of `appearances`."""
    clusters: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        clusters[appearance.kind, " ".join(sorted(appearance.name.casefold().split()))].append(appearance)
    yield from sorted(map(_entity, clusters.values()), key=lambda entity: entity.id)


def _entity(cluster: list[Appearance]) -> Entity:
    cluster.sort(key=lambda appearance: appearance.id)
    first = cluster[0]
    names = sorted({name for appearance in cluster for name in appearance.names})
    countries = sorted({appearance.country for appearance in cluster if appearance.country})
    return Entity(
        id=first.id,
        kind=first.kind,
        name=max(names, key=lambda name: (len(name), name)),
        names=tuple(names),
        country=countries[0] if len(countries) == 1 else None,
        identifiers=tuple(sorted({pair for appearance in cluster for pair in appearance.identifiers})),
        appearances=tuple(appearance.id for appearance in cluster),
        confidence=min(appearance.confidence for appearance in cluster),
        reason="equal name" if len(cluster) > 1 else first.reason,
    )
