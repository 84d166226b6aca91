"""Whether the record takes two people of a paper for one, or one for two: `python tools/identity.py PAPERS GOLD`.

PAPERS is a folder of papers, GOLD one of what a careful reader found in them (`persons`, each with all its names). All
papers are resolved together. Printed are the entities that bear names of two people of one paper, the people of a paper
who are several entities, and every entity of several papers under more than one name, for the eye.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from greffier.model.errors import PaperError
from greffier.model.findings import Appearance
from greffier.resolve.entities import resolve
from greffier.run.pipeline import read_paper
from greffier.text.folding import fold


def main(papers: Path, gold: Path) -> None:
    """Measure and print."""
    people: dict[str, list[Appearance]] = {}
    for file in sorted(papers.iterdir()):
        try:
            _, findings = read_paper(file.read_bytes(), file.name)
        except PaperError as error:
            print(f"{file.name} is left out: {error}")
            continue
        people[file.name] = [each for each in findings.appearances if each.kind == "person"]
    entities = list(resolve(each for found in people.values() for each in found))
    home = {appearance: entity.id for entity in entities for appearance in entity.appearances}
    counted = merged = doubled = 0
    for name, found in people.items():
        told = gold / f"{Path(name).stem}.json"
        if not told.exists():
            continue
        forms: dict[str, set[str]] = defaultdict(set)
        for each in found:
            forms[home[each.id]].update(map(_words, each.names))
        persons = json.loads(told.read_text(encoding="utf-8")).get("persons", [])
        meant: dict[str, list[str]] = defaultdict(list)
        for person in persons:
            names = set(map(_words, person["names"]))
            entity_ids = [entity for entity, seen in forms.items() if names & seen]
            counted += bool(entity_ids)
            doubled += max(0, len(entity_ids) - 1)
            if len(entity_ids) > 1:
                print(f"{name}: {person['names'][0]} is {len(entity_ids)} entities")
            for entity in entity_ids:
                meant[entity].append(person["names"][0])
        for several in meant.values():
            if len(several) > 1:
                merged += 1
                print(f"{name}: one entity is {', '.join(several)}")
    for entity in entities:
        if len(entity.appearances) > 1 and len(set(map(_words, entity.names))) > 1:
            print(f"{' = '.join(entity.names)}: {entity.reason}")
    print(f"{counted} people found in {len(people)} papers; {merged} entities of two; {doubled} doubled")


def _words(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python tools/identity.py PAPERS GOLD")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
