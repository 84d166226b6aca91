"""Provisions: the recitals and requests of a resolution, as its structure labels them; of a request, whom it asks.

A request is addressed to the one named right behind its verb of asking ("calls on the Government to …"), or behind that
of the line that opens the requests ("REQUESTS THE FEDERAL GOVERNMENT:"). One that begins with another verb ("Deplores
…") asks nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.extract.reading import Reading, Scene
from greffier.extract.roles.words import role_words
from greffier.lexicon.patterns import Hit
from greffier.model.entry import Provision
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "provisions 2"
OPENING = 110  # code points in which a request's verb stands
REACH = 24  # code points between that verb and the one asked
LEADS = (":", ",")  # ends of a line that opens what stands below it


def find_provisions(reading: Reading) -> Iterator[Provision]:
    """Yield each recital and request, those of two language versions linked by their label."""
    asked = _addressees(reading.scenes)
    made = [
        (scene, _provision(reading, scene, asked.get(scene.passage.index)))
        for scene in reading.scenes
        if scene.passage.kind in ("recital", "request")
    ]
    ids = {scene.passage.index: provision.id for scene, provision in made}
    for scene, provision in made:
        other = ids.get(-1 if scene.passage.parallel is None else scene.passage.parallel)
        yield replace(provision, parallel=(other,)) if other else provision


def _provision(reading: Reading, scene: Scene, addressee: str | None) -> Provision:
    passage = scene.passage
    evidence = passage.evidence(0, len(passage.text))
    return Provision(
        id=content_id(reading.paper, "provision", passage.kind, passage.label, passage.lang, evidence[0].start),
        paper=reading.paper,
        lang=passage.lang,
        evidence=evidence,
        confidence=0.95,
        reason=f"labelled {passage.label}" if passage.label and passage.label[0] != "r" else "opens like one, in order",
        method=METHOD,
        type=passage.kind,
        label=passage.label or "",
        addressee=addressee,
    )


def _addressees(scenes: Sequence[Scene]) -> dict[int, str]:
    """The appearance that each request is addressed to, by the index of its passage."""
    found: dict[int, str] = {}
    above: dict[int | None, str | None] = {}  # by version: whom the line above asks
    for scene in scenes:
        passage = scene.passage
        verb = _verb(scene)
        asked = _behind(scene, verb) if verb and _asks(scene, verb) else None
        if passage.kind == "request":
            asked = asked or (None if verb else above.get(passage.version))
            if asked:
                found[passage.index] = asked
        if verb and passage.kind != "recital" and scene.text.rstrip().endswith(LEADS):
            above[passage.version] = asked
    return found


def _verb(scene: Scene) -> Hit | None:
    """The first verb of a request near the beginning of the passage."""
    found = scene.lexicon.patterns("provisions").find(scene.text[:OPENING], scene.lower[:OPENING])
    return next((hit for hit in found if hit.pattern.value == "request"), None)


def _asks(scene: Scene, verb: Hit) -> bool:
    """Whether the verb asks somebody something."""
    asking = scene.lexicon.words("provisions", "asks")
    return any(scene.lower.startswith(word, verb.start) for word in asking)


def _behind(scene: Scene, verb: Hit) -> str | None:
    """Who is named right behind the verb, past small words."""
    words = role_words(scene.lexicon)
    first = next(iter(scene.meant(Span(verb.start, len(scene.text)), "body", "person", "place")), None)
    if first is None or first.start > verb.end + REACH or not first.appearance:
        return None
    between = scene.lower[verb.end : first.start].replace("'", "' ").split()
    small = words.articles | words.links | scene.lexicon.words("language", "articles")
    return first.appearance if all(word in small for word in between) else None
