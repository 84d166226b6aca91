"""`greffier languages`: what is read."""

from greffier.cli import screen
from greffier.cli.options import command, json_option


@command("languages", "greffier languages")
@json_option
def languages_command(url: str, json_: bool) -> int:
    """List the languages that Greffier reads."""
    from greffier.lexicon.load import languages, load_lexicon

    found = {lang: load_lexicon(lang).topics() for lang in languages()}
    if json_:
        screen.as_json(found)
    else:
        screen.table(("language", "topics"), [(lang, ", ".join(topics)) for lang, topics in found.items()], wide=1)
    return 0
