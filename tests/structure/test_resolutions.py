"""Resolutions, motions and decrees as chambers write them; reports that only look like them have no provisions."""

import pytest

from greffier.read.formats import read
from greffier.structure.outline import outline

PAPERS = {
    "european parliament, sv": (
        "rr1 rr2 rA rB q1 q2 q3",
        """\
Europaparlamentets resolution av den 12 mars 2020 om läget i Norrland

Europaparlamentet utfärdar denna resolution

–    med beaktande av sina tidigare resolutioner om Norrland,

–    med beaktande av FN-stadgan, och av följande skäl:

A.   Flera journalister har gripits sedan i augusti.

B.   Domstolarna är inte oberoende.

1.   Europaparlamentet uppmanar regeringen i Norrland att frige alla fångar.

2.   Parlamentet beklagar djupt att samtalen har avbrutits.

3.   Europaparlamentet uppdrar åt talmannen att översända denna resolution till rådet.
""",
    ),
    "bundestag, de": (
        "q1 q2 q3",
        """\
Antrag der Fraktionen

Die Zusammenarbeit mit Nordland stärken

Der Bundestag wolle beschließen:

I. Der Deutsche Bundestag stellt fest:

Die Beziehungen zu Nordland sind gut und sollen ausgebaut werden.

II. Der Deutsche Bundestag fordert die Bundesregierung auf,

1. sich für die Freilassung der Gefangenen einzusetzen;

2. den Jugendaustausch zu fördern;

3. dem Bundestag jährlich zu berichten.
""",
    ),
    "congreso, es": (
        "q1 q2",
        """\
PROPOSICIÓN NO DE LEY

El Congreso de los Diputados insta al Gobierno a:

1. Promover la liberación de los presos.

2. Reforzar la cooperación con la sociedad civil.
""",
    ),
    "folketing, da": (
        "q1 q2",
        """\
Forslag til vedtagelse

Folketinget noterer sig, at situationen i Nordland er alvorlig.

Folketinget opfordrer regeringen til at arbejde for løsladelsen af alle fanger.
""",
    ),
    "european parliament, da": (
        "rr1 rr2 rA rB q1 q2",
        """\
Europa-Parlamentets beslutning af 12. marts 2020 om Nordland

Europa-Parlamentet,

–    der henviser til sine tidligere beslutninger,

–    der henviser til FN-pagten,

A.   der henviser til, at flere journalister er blevet anholdt;

B.   der henviser til, at domstolene ikke er uafhængige;

1.   opfordrer regeringen til at løslade alle fanger;

2.   pålægger sin formand at sende denne beslutning til Rådet.
""",
    ),
    "riksdag, sv": (
        "q1 q2",
        """\
Motion till riksdagen

Förslag till riksdagsbeslut

1. Riksdagen ställer sig bakom det som anförs om fler fredsvakter och tillkännager detta för regeringen.

2. Riksdagen ställer sig bakom det som anförs om stöd till journalister och tillkännager detta för regeringen.
""",
    ),
    "decree, ru": (
        "q1 q2 q3",
        """\
ПОСТАНОВЛЕНИЕ

О мерах по развитию межпарламентского сотрудничества

Рассмотрев доклад комитета, Совет Ассамблеи ПОСТАНОВЛЯЕТ:

1. Создать рабочую группу по подготовке соглашения.

2. Поручить секретариату направить текст парламентам.

3. Контроль за исполнением возложить на председателя.
""",
    ),
    "parliamentary assembly, en": (
        "q1 q2 q3 q3.1 q3.2",
        """\
Resolution 1234 (2020)

The functioning of democratic institutions in Northland

1. The Parliamentary Assembly recalls its earlier resolutions on Northland.

2. It regrets that the talks were broken off.

3. The Assembly calls on the authorities of Northland to:

3.1. release all prisoners;

3.2. reform the courts.
""",
    ),
    "congress, en": (
        "rr1 rr2 rr3 q1 q2 q3",
        """\
RESOLUTION

Expressing support for the people of Northland

Whereas the people of Northland voted in August;

Whereas many were detained; and

Whereas journalists were expelled: Now, therefore, be it

Resolved, That the House of Representatives--

(1) condemns the violence;

(2) calls for new elections; and

(3) urges the President to impose sanctions.
""",
    ),
    "assemblée nationale, fr": (
        "rr1 rr2 rr3 q1 q2",
        """\
PROPOSITION DE RÉSOLUTION EUROPÉENNE

Article unique

L’Assemblée nationale,

Vu l’article 88-4 de la Constitution,

Vu la convention des droits de l’homme,

Considérant que plusieurs journalistes ont été arrêtés ;

1. Condamne les violences ;

2. Invite le Gouvernement à soutenir la société civile ;
""",
    ),
    "decree, kk": (
        "q1 q2",
        """\
ҚАУЛЫ

Парламентаралық ынтымақтастық туралы

Мәжіліс ҚАУЛЫ ЕТЕДІ:

1. Жұмыс тобы құрылсын.

2. Келісімнің жобасы мақұлдансын.
""",
    ),
    "european parliament, nl": (
        "rr1 rr2 rA q1 q2",
        """\
Resolutie van het Europees Parlement over Noordland

Het Europees Parlement,

–    gezien zijn eerdere resoluties over Noordland,

–    gezien het Handvest van de VN,

A.   overwegende dat verscheidene journalisten zijn aangehouden;

1.   veroordeelt het geweld;

2.   verzoekt de Raad sancties op te leggen;
""",
    ),
    "numbered report, en": (
        "",
        """\
The Parliament met the Council on Monday.

1. The Minister recalls the talks in Oslo and welcomes them.

2. The Committee requests a report.

3. They meet again in May.
""",
    ),
    "minutes, en": (
        "",
        """\
Minutes of the meeting of the friendship group

1. Opening

The chair welcomes the members and thanks them.

2. Exchange of views

Considering the time, the group decides to meet again.
""",
    ),
    "press on a resolution, en": (
        "",
        """\
Parliament adopts resolution on Northland

The European Parliament condemns the arrests in Northland, its members said on Thursday in a debate.

The minister welcomed the vote. He calls for talks, and journalists asked him about sanctions and the courts.
""",
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_provisions_are_labelled_as_the_chamber_writes_them(name: str) -> None:
    """`r` and a label for a recital, `q` and a label for a request."""
    labels, text = PAPERS[name]
    made = outline(read(text.encode(), "paper.txt"))
    found = [("r" if p.kind == "recital" else "q") + p.label for p in made.passages if p.label]
    assert " ".join(found) == labels
    assert (made.kind == "resolution") == bool(labels)


def test_labels_go_on_where_a_version_lacks_a_provision() -> None:
    text = """MOTION FOR A RESOLUTION

THE SENATE,

A. whereas the lake has been dry since 2011;

C. whereas nobody answers for it;

CALLS ON THE GOVERNMENT:

2. to fill the lake;

3. to publish what was spent on it.
"""
    passages = outline(read(text.encode(), "motion.txt")).passages
    assert [(p.kind, p.label) for p in passages if p.label] == [
        ("recital", "A"),
        ("recital", "C"),
        ("request", "2"),
        ("request", "3"),
    ]
