"""Countries of the record by their English names.

Source: CLDR, by way of Babel; `eu` is the European Union.

>>> country("be"), country("eu"), country("zz9"), country(None)
('Belgium', 'European Union', 'zz9', '')
"""

from functools import cache


@cache
def country(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-2 code, or the code itself where there is none."""
    if not code:
        return ""
    from babel import Locale  # its tables take a moment to load

    return str(Locale("en").territories.get(code.upper(), code))


@cache
def language(code: str | None) -> str:
    """The English name of an ISO 639-1 code, or the code itself.

    >>> language("kk"), language("qqq")
    ('Kazakh', 'qqq')
    """
    if not code:
        return ""
    from babel import Locale

    return str(Locale("en").languages.get(code.lower(), code))
