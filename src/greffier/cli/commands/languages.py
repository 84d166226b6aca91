"""`greffier languages`: what is read, and how right it is."""

from greffier.cli import screen
from greffier.cli.options import command, json_option

KINDS = ("persons", "offices", "meetings", "statements", "citations", "overall")


@command("languages", "greffier languages")
@json_option
def languages_command(url: str, json_: bool) -> int:
    """List the languages that Greffier reads, and how right it is in each.

    The figures are F1 on papers that were read by hand: 1.00 is all found and nothing wrong. They were measured on
    papers of few countries; expect less on yours, and look at the quotes.
    """
    from greffier.lexicon.load import languages, load_lexicon
    from greffier.lexicon.measured import measured, words_known

    figures = measured()
    found = {
        lang: {
            "name": load_lexicon(lang).text("language", "name", lang),
            "words": words_known(lang),
            "topics": load_lexicon(lang).topics(),
            "measured": figures.get(lang, {}),
        }
        for lang in languages()
    }
    if json_:
        screen.as_json(found)
        return 0
    rows = [
        (lang, row["name"], row["words"], int(scores.get("papers", 0)), *(_shown(scores.get(kind)) for kind in KINDS))
        for lang, row in found.items()
        for scores in (figures.get(lang, {}),)
    ]
    screen.table(("", "language", "words", "papers", *KINDS), rows, wide=1)
    return 0


def _shown(score: float | None) -> str:
    return "–" if score is None else f"{score:.2f}"
