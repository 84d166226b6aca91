"""Invented proposals and reports in several languages, for papers that are set to be read again.

No sentence is anybody's: words of everyday use around invented names, each name but once, so that every line of a set
paper stands at one place of its text only.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

SYLLABLES = (
    *("ka", "lo", "mi", "ren", "tu", "sel", "vor", "dan", "pi", "qua", "nor", "bel", "ti", "gar", "mon", "zu"),
    *("fre", "lin", "das", "ker", "po", "vi", "stra", "hem"),
)
CYRILLIC = str.maketrans("abcdefghiklmnopqrstuvz", "абцдефгхикмлноркрстувз")


@dataclass(frozen=True)
class Language:
    """The words of a language that sentences are made of; `{}` is an invented name, `[]` an invented number."""

    title: str
    reasons: str
    chamber: str
    asks: str
    recitals: tuple[str, ...]
    requests: tuple[str, ...]
    clauses: tuple[str, ...]


LANGUAGES = {
    "nl": Language(
        "VOORSTEL VAN RESOLUTIE over de visvangst in {}",
        "TOELICHTING",
        "De Kamer,",
        "VERZOEKT DE REGERING:",
        ("overwegende dat", "gelet op", "gezien", "herinnerend aan"),
        ("om", "zich in te zetten om", "zo snel mogelijk"),
        (
            "de vissers van {} al [] jaar wachten op een nieuwe haven",
            "het water van het meer bij {} door de fabrieken van {} niet meer gezuiverd wordt",
            "er voor de scholen in {} geen geld en ook geen leraren zijn",
            "de burgemeester van {} samen met de boeren uit {} een brug wil bouwen",
            "het verdrag tussen {} en {} nooit door de beide parlementen is goedgekeurd",
        ),
    ),
    "fr": Language(
        "PROPOSITION DE RÉSOLUTION relative à la pêche dans la région de {}",
        "DÉVELOPPEMENTS",
        "La Chambre,",
        "DEMANDE AU GOUVERNEMENT:",
        ("considérant que", "vu", "rappelant", "constatant que"),
        ("de", "de tout mettre en œuvre pour", "sans délai"),
        (
            "les pêcheurs de {} attendent depuis [] ans la construction d’un nouveau port",
            "l’eau du lac qui se trouve près de {} n’est plus purifiée par les usines de {}",
            "il n’y a pas assez d’argent pour les écoles de {} et que les instituteurs sont partis",
            "le maire de {} veut construire un pont avec les paysans qui habitent à {}",
            "le traité entre {} et {} n’a jamais été approuvé par les deux parlements",
        ),
    ),
    "en": Language(
        "MOTION FOR A RESOLUTION on the fisheries of {}",
        "EXPLANATORY STATEMENT",
        "The Chamber,",
        "CALLS ON THE GOVERNMENT:",
        ("whereas", "having regard to", "recalling that", "considering that"),
        ("to", "to make sure", "without delay"),
        (
            "the fishermen of {} have been waiting for a new harbour for [] years",
            "the water of the lake near {} is no longer cleaned by the factories of {}",
            "there is no money for the schools in {} and the teachers have left them",
            "the mayor of {} wishes to build a bridge together with the farmers from {}",
            "the treaty between {} and {} was never approved by either of the parliaments",
        ),
    ),
    "de": Language(
        "ENTSCHLIESSUNGSANTRAG zur Fischerei in {}",
        "BEGRÜNDUNG",
        "Der Bundestag,",
        "FORDERT DIE REGIERUNG AUF:",
        ("in der Erwägung, dass", "in Anbetracht dessen, dass", "gestützt auf", "in Kenntnis"),
        ("dafür zu sorgen, dass", "zu prüfen, ob", "ohne Verzug"),
        (
            "die Fischer von {} schon seit [] Jahren auf einen neuen Hafen warten",
            "das Wasser des Sees bei {} nicht mehr von den Fabriken in {} gereinigt wird",
            "es für die Schulen in {} kein Geld und auch keine Lehrer mehr gibt",
            "der Bürgermeister von {} mit den Bauern aus {} eine Brücke bauen will",
            "der Vertrag zwischen {} und {} nie von den beiden Parlamenten gebilligt wurde",
        ),
    ),
    "ru": Language(
        "ПРОЕКТ РЕЗОЛЮЦИИ о рыболовстве в районе {}",
        "ПОЯСНИТЕЛЬНАЯ ЗАПИСКА",
        "Государственная Дума,",
        "ПРИЗЫВАЕТ ПРАВИТЕЛЬСТВО:",
        ("учитывая, что", "напоминая, что", "отмечая, что", "принимая во внимание, что"),
        ("обеспечить, чтобы", "проверить, что", "незамедлительно"),
        (
            "рыбаки из города {} уже [] лет ждут новую гавань",
            "вода в озере около {} больше не очищается на заводах, которые стоят в {}",
            "для школ в городе {} нет денег и что учителя оттуда уже уехали",
            "глава города {} хочет вместе с крестьянами из {} построить мост",
            "договор между {} и {} так и не был одобрен обоими парламентами",
        ),
    ),
    "es": Language(
        "PROPUESTA DE RESOLUCIÓN sobre la pesca en la región de {}",
        "EXPOSICIÓN DE MOTIVOS",
        "La Cámara,",
        "INSTA AL GOBIERNO:",
        ("considerando que", "visto", "recordando que", "observando que"),
        ("a", "a garantizar que", "sin demora"),
        (
            "los pescadores de {} esperan desde hace [] años que se construya un puerto nuevo",
            "el agua del lago que está cerca de {} ya no se limpia en las fábricas de {}",
            "no hay dinero para las escuelas de {} y los maestros ya se han marchado",
            "el alcalde de {} quiere construir un puente con los campesinos de {}",
            "el tratado entre {} y {} nunca fue aprobado por los dos parlamentos",
        ),
    ),
}


@dataclass(frozen=True)
class Element:
    """A piece of a paper: `kind` is title, heading, paragraph, recital, request, line or table.

    `mark` is where in `text` a note is called, `note` what it says; `rows` are a table's.
    """

    kind: str
    text: str
    label: str = ""
    note: str = ""
    mark: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass
class Pen:
    """Writes; one seed, one text."""

    seed: int
    lang: str = "en"
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.seed}")

    def name(self) -> str:
        made = "".join(self.rng.choice(SYLLABLES) for _ in range(self.rng.randint(3, 5)))
        return (made.translate(CYRILLIC) if self.lang == "ru" else made).capitalize()

    def filled(self, pattern: str) -> str:
        while "{}" in pattern:
            pattern = pattern.replace("{}", self.name(), 1)
        return pattern.replace("[]", str(self.rng.randint(3, 4999)))

    def clause(self) -> str:
        return self.filled(self.rng.choice(LANGUAGES[self.lang].clauses))

    def sentence(self, opening: str = "") -> str:
        text = " ".join(filter(None, (opening, self.clause(), self.rng.choice(("", f"– {self.name()} –", "")))))
        joint = {"nl": "en", "fr": "et que", "en": "and", "de": "und dass", "ru": "и что", "es": "y que"}[self.lang]
        return (
            " ".join(f"{text} {joint} {self.clause()}".split()) if self.rng.random() < 0.5 else " ".join(text.split())
        )

    def paragraph(self, sentences: int) -> str:
        return " ".join(_capital(self.sentence()) + "." for _ in range(sentences))

    def _noted(self, kind: str, text: str, share: float, label: str = "") -> Element:
        if self.rng.random() >= share:
            return Element(kind, text, label)
        spaces = [place for place, letter in enumerate(text) if letter == " " and text[place - 1].isalpha()]
        if not spaces:
            return Element(kind, text, label)
        return Element(kind, text, label, _capital(self.sentence()) + ".", self.rng.choice(spaces))

    def proposal(self, size: int, *, labels: bool, dashes: bool, notes: float) -> Iterator[Element]:
        """A proposal for a resolution of some `size` paragraphs of each sort."""
        words = LANGUAGES[self.lang]
        yield Element("title", self.filled(words.title))
        yield Element("heading", words.reasons)
        for _ in range(size):
            yield self._noted("paragraph", self.paragraph(self.rng.randint(2, 5)), notes)
        yield Element("line", words.chamber)
        letters = [chr(65 + place) if place < 26 else chr(39 + place) * 2 for place in range(size)]
        for place in range(size):
            text = self.sentence(self.rng.choice(words.recitals))
            if self.rng.random() < 0.3:
                text += f", {self.clause()}"
            text = f"{text};"
            if labels:
                yield self._noted("recital", f"{letters[place]}. {text}", notes, letters[place])
            else:
                yield self._noted("recital", f"– {text}" if dashes else _capital(text), notes, f"r{place + 1}")
        yield Element("line", words.asks)
        for place in range(size):
            end = "." if place == size - 1 else ";"
            text = f"{place + 1}. {self.sentence(self.rng.choice(words.requests))}{end}"
            yield self._noted("request", text, notes, str(place + 1))

    def report(self, size: int, *, notes: float, tables: float, heads: bool = True) -> Iterator[Element]:
        """A report of some `size` paragraphs, with headings, lists and tables."""
        words = LANGUAGES[self.lang]
        yield Element("title", self.filled(words.title.split(" ", 3)[-1]).capitalize())
        for place in range(size):
            if heads and place % 5 == 1:
                yield Element("heading", f"{self.name()} {self.name()}")
            yield self._noted("paragraph", self.paragraph(self.rng.randint(2, 6)), notes)
            if self.rng.random() < 0.15:
                for _ in range(self.rng.randint(2, 4)):
                    yield Element("paragraph", f"– {self.sentence()};")
            if self.rng.random() < tables:
                columns = self.rng.randint(2, 4)
                rows = tuple(
                    tuple(
                        self.name() if column == 0 else f"{self.rng.randint(10, 99)} {self.rng.randint(100, 999)}"
                        for column in range(columns)
                    )
                    for _ in range(self.rng.randint(3, 9))
                )
                yield Element("table", "", rows=rows)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
