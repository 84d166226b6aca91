"""The form that corrects an entry: a field for each thing it says, and from what was sent back only what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from greffier.model.entry import Entry, Participant
from greffier.model.findings import Appearance
from greffier.publish.wording import words
from greffier.record.judged import FIXED
from greffier.record.views import Told

Option = tuple[str, str]

CODES: Mapping[str, tuple[str, ...]] = {  # of the exchange format
    "status": ("held", "planned", "proposed", "cancelled"),
    "act.status": ("done", "threatened", "demanded"),
    "mode": ("in_person", "remote"),
    "relation": ("cites", "adopted", "signed", "ratified", "in_force", "proposed"),
    "type": ("recital", "request"),
    "modifier": ("exact", "about", "at_least", "at_most", "more_than", "less_than"),
    "role": (
        *("head_of_state", "head_of_government", "foreign_minister", "minister", "deputy_minister", "ambassador"),
        *("diplomat", "speaker", "deputy_speaker", "member_of_parliament", "senator", "mep", "committee_chair"),
        *("deputy_committee_chair", "group_chair", "party_leader", "delegation_head", "special_representative"),
        *("commissioner", "rapporteur", "judge", "prosecutor", "mayor", "official", "director", "spokesperson"),
        *("expert", "journalist", "lawyer", "doctor", "activist", "human_rights_defender", "author", "other"),
    ),
    "act": (
        *("arrest", "detention", "pretrial_detention", "house_arrest", "imprisonment", "restriction_of_liberty"),
        *("prosecution", "conviction", "fine", "search", "seizure", "abduction", "torture", "violence", "death"),
        *("denial_of_medical_care", "denial_of_appeal", "harassment", "threat", "asset_freeze", "travel_ban"),
        *("banning", "asylum_granted", "release", "rehabilitation", "sanction"),
    ),
}
NAMED: Mapping[str, tuple[str, ...]] = {  # the kinds that a field may name
    "place": ("place",),
    "person": ("person", "body"),
    "speaker": ("person", "body"),
    "addressee": ("person", "body", "place"),
    "by": ("person", "body", "place"),
    "body": ("body",),
    "session_body": ("body",),
    "instrument": ("instrument",),
}
SEVERAL = {"parties": ("person", "body", "place"), "participants": ("person", "body")}
LABELS = {
    "date": "Date (2021-05-10, 2021-05, 2021; 2021-05~ for about)",
    "due": "Due (a date)",
    "tenure_from": "In office from (a date)",
    "tenure_to": "In office until (a date)",
    "as_of": "In office at (a date)",
    "country": "Country (be, kz, eu …)",
    "topics": "Topics (one a line)",
    "of": "Of what",
    "act": "What was done",
    "by": "By whom",
    "person": "Who",
    "session_body": "Session of",
    "session_ordinal": "Session number",
    "direct": "In quotation marks",
    "upper": "Up to (of a range)",
}
YES = (("true", "yes"), ("false", "no"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: `text`, `lines`, `choice` or `several`, what stands in it, and what may be chosen."""

    name: str
    label: str
    kind: str
    values: tuple[str, ...]
    options: tuple[Option, ...] = ()


def form_fields(told: Told, appearances: Sequence[Appearance]) -> tuple[Field, ...]:
    """The fields of an entry in the order of its kind."""
    entry = told.entry
    names = [field.name for field in fields(entry) if field.name not in FIXED]
    return tuple(_field(entry, name, appearances) for name in names)


def changes(told: Told, appearances: Sequence[Appearance], form: Mapping[str, list[str]]) -> dict[str, object]:
    """What was changed in the form, as a correction has it; raises `ValueError` where that is no number."""
    entry, changed = told.entry, dict[str, object]()
    for field in form_fields(told, appearances):
        sent = _sent(field, form)
        if f"has-{field.name}" in form and sent != field.values:
            changed[field.name] = _value(entry, field, sent, appearances)
    return changed


def _field(entry: Entry, name: str, appearances: Sequence[Appearance]) -> Field:
    value = getattr(entry, name)
    label = LABELS.get(name, words(name).capitalize())
    codes = CODES.get(f"{entry.kind}.{name}") or CODES.get(name)
    if name in SEVERAL:
        held = [(_key(one), one.name if isinstance(one, Participant) else one) for one in value]
        known = [(one.id, one.name) for one in appearances if one.kind in SEVERAL[name]]
        named = dict(known)
        options = [(key, named.get(key, said)) for key, said in held]
        options += [one for one in known if one[0] not in {key for key, _ in held}]
        return Field(name, label, "several", tuple(key for key, _ in held), tuple(options))
    if name in NAMED:
        some = [(one.id, one.name) for one in appearances if one.kind in NAMED[name]]
        return Field(name, label, "choice", (value or "",), _with_current(some, value))
    if isinstance(value, bool):
        return Field(name, label, "choice", (str(value).lower(),), YES)
    if codes:
        return Field(
            name, label, "choice", (value or "",), _with_current([(code, words(code)) for code in codes], value)
        )
    if isinstance(value, tuple):
        return Field(name, label, "lines", tuple(str(one) for one in value))
    if isinstance(value, float) and value == int(value):
        value = int(value)
    kind = "lines" if name in ("quote", "what") else "text"
    return Field(
        name, label, kind, tuple(str(value).splitlines()) if kind == "lines" else ("" if value is None else str(value),)
    )


def _with_current(options: Iterable[Option], value: str | None) -> tuple[Option, ...]:
    listed = [("", "—"), *options]
    return tuple(listed if not value or value in dict(listed) else [*listed, (value, value)])


def _key(one: Participant | str) -> str:
    return one if isinstance(one, str) else one.appearance or f"named:{one.name}"


def _sent(field: Field, form: Mapping[str, list[str]]) -> tuple[str, ...]:
    sent = form.get(field.name, [])
    if field.kind == "several":
        return tuple(value for value, _ in field.options if value in sent)
    if field.kind == "lines":
        return tuple(line.strip() for line in "\n".join(sent).splitlines() if line.strip())
    return ((sent or [""])[0].strip(),)


def _value(entry: Entry, field: Field, sent: tuple[str, ...], appearances: Sequence[Appearance]) -> object:
    value = getattr(entry, field.name)
    if field.name == "participants":
        before = {_key(one): one for one in value}
        named = {one.id: one.name for one in appearances}
        made = [before.get(key) or Participant(appearance=key, name=named[key]) for key in sent]
        return [
            {"appearance": one.appearance, "name": one.name, "role": one.role, "country": one.country} for one in made
        ]
    if isinstance(value, tuple):
        return list(sent)
    if field.kind == "lines":
        return "\n".join(sent)
    text = sent[0]
    if isinstance(value, bool):
        return text == "true"
    if field.name in ("value", "upper", "session_ordinal") and text:
        try:
            number = float(text.replace(",", "").replace("\u00a0", ""))
        except ValueError:
            raise ValueError(f"{field.label} is a number, not {text!r}") from None
        return int(number) if number == int(number) else number
    return text or ("" if isinstance(value, str) and field.name in ("title", "of", "what", "label", "quote") else None)
