"""Which role it is to preside over, lead or belong to a body: the code by the body's class.

The codes are those of the exchange format. A chair of nothing that is known has no code: rather no office than a wrong
one.

>>> settled("chair", "committee"), settled("president", None), settled("chair", None)
('committee_chair', 'head_of_state', None)
>>> settled("mayor", "party")
'mayor'
"""

_CHAIR = {
    "chamber": "speaker",
    "senate": "speaker",
    "eu_parliament": "speaker",
    "committee": "committee_chair",
    "group": "group_chair",
    "party": "party_leader",
    "delegation": "delegation_head",
    "court": "judge",
    "company": "director",
    "bank": "director",
    "agency": "official",
    "region": "other",
    "government": "head_of_government",
    "eu_commission": "commissioner",
    "none_council": "other",
    "mission": "diplomat",
}
_DEPUTY = {
    "chamber": "deputy_speaker",
    "senate": "deputy_speaker",
    "eu_parliament": "deputy_speaker",
    "committee": "deputy_committee_chair",
    "delegation": "deputy_committee_chair",
    "court": "judge",
    "company": "director",
    "bank": "director",
    "agency": "official",
    "government": "minister",
    "eu_commission": "commissioner",
}
_MEMBER = {"chamber": "member_of_parliament", "senate": "senator", "eu_parliament": "mep"}

GENERIC: dict[str, tuple[dict[str, str], str | None]] = {
    "chair": (_CHAIR, None),
    "president": ({**_CHAIR, "state": "head_of_state"}, "head_of_state"),
    "deputy_chair": (_DEPUTY, "other"),
    "head": ({**_CHAIR, "state": "head_of_state"}, None),
    "member": (_MEMBER, None),
    "led": ({**_CHAIR, "mission": "delegation_head"}, None),
    "leads": ({key: code for key, code in _CHAIR.items() if key not in ("court", "region", "none_council")}, None),
}
"""Values of the lexicon that are no codes: the code by the body's class, and the code where none is named."""


def settled(value: str, body: str | None) -> str | None:
    """The code of a role word of `value` with a body of class `body` beside it, or None."""
    if value == "none":
        return None
    if value not in GENERIC:
        return value
    table, default = GENERIC[value]
    if value == "deputy_chair":  # a vice-chair of whatever else has no code of its own
        return table.get(body or "", default)
    return table.get(body) if body else default
