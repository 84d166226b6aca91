"""Whether an office without a name means someone in particular: "the Ambassador", not "an ambassador".

Definite is what follows a definite article, ends in one (Danish and Swedish), names its country or body before it, or,
in a language without articles, whatever no indefinite word stands before.
"""

import re

from greffier.extract.chunks import Role
from greffier.extract.reading import Scene
from greffier.extract.roles.words import NEVER, role_words

WORD_BEFORE = re.compile(r"([\w']+'|[\w.-]+)\s*$")


def definite(scene: Scene, role: Role) -> bool:
    """Whether `role` in `scene` means one known person."""
    words = role_words(scene.lexicon)
    if not words.articles or scene.lower.startswith("'s", role.end):
        return False
    match = WORD_BEFORE.search(scene.lower, max(0, role.start - 20), role.start)
    if match and match[1] in scene.lexicon.words("roles", "qualifiers"):
        match = WORD_BEFORE.search(scene.lower, max(0, match.start() - 20), match.start())
    before = match[1] if match else ""
    lexicon_words = scene.lexicon.words("roles", "indefinite")
    if before in lexicon_words:
        return False
    if not scene.lexicon.words("language", "articles") or before in words.definite:
        return True
    if words.ends_definite.search(role.title.split()[-1].lower()):
        return True
    suffixed = words.ends_definite is not NEVER
    return role.country is not None and (scene.text[role.start].isupper() or suffixed)
