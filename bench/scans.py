"""How well scans are read: character error rate and provisions found on two-column pages, set and spoiled here.

    python bench/scans.py [DPI]

Each page holds one invented text in two languages side by side, is set by typst, rendered at DPI (200), turned, blurred
and strewn with noise, and read by Greffier with Tesseract. Printed are, for each pair of languages, the character error
rate of the text in its reading order and how many of its provisions were found with their labels.
"""

import io
import random
import sys
import time
from dataclasses import dataclass

import pypdfium2 as pdfium
import typst
from PIL import Image, ImageFilter

from greffier.read.formats import read
from greffier.structure.outline import outline

NL = """
De Kamer van volksvertegenwoordigers,

A. gelet op het verdrag van 4 juni 2012 over de bescherming van de kusten en de visserij in de noordelijke
zeeën;

B. overwegende dat de regering van Noorwegen in haar verslag van vorig jaar heeft toegegeven dat de haven van
Bodin niet langer voldoet aan de eisen van veiligheid die in het verdrag staan;

C. overwegende dat de vissers van de streek herhaaldelijk hebben gevraagd om een onafhankelijk onderzoek;

verzoekt de regering:

1. het onderzoek zonder verder uitstel te laten beginnen en de uitkomst ervan openbaar te maken;

2. de samenwerking met de buurlanden te versterken, met bijzondere aandacht voor de opleiding van jonge
zeelieden;

3. jaarlijks verslag uit te brengen aan de Kamer over de stand van de werken.
"""
FR = """
La Chambre des représentants,

A. vu le traité du 4 juin 2012 relatif à la protection des côtes et de la pêche dans les mers septentrionales
;

B. considérant que le gouvernement de la Norvège a reconnu dans son rapport de l’année dernière que le port de
Bodin ne répond plus aux exigences de sécurité inscrites dans le traité ;

C. considérant que les pêcheurs de la région ont demandé à plusieurs reprises une enquête indépendante ;

demande au gouvernement :

1. de faire commencer l’enquête sans plus tarder et d’en rendre public le résultat ;

2. de renforcer la coopération avec les pays voisins, en accordant une attention particulière à la formation
des jeunes marins ;

3. de faire rapport chaque année à la Chambre sur l’état d’avancement des travaux.
"""
DE = """
Das Haus der Abgeordneten,

A. gestützt auf das Abkommen vom 4. Juni 2012 über den Schutz der Küsten und der Fischerei in den nördlichen
Meeren;

B. in der Erwägung, dass die Regierung von Norwegen in ihrem Bericht eingeräumt hat, dass der Hafen von Bodin
den Anforderungen an die Sicherheit nicht mehr genügt;

fordert die Regierung auf:

1. die Untersuchung ohne weitere Verzögerung beginnen zu lassen und ihr Ergebnis zu veröffentlichen;

2. die Zusammenarbeit mit den Nachbarländern zu stärken.
"""
RU = """
Палата представителей,

А. ссылаясь на договор от 4 июня 2012 года об охране побережья и рыболовства в северных морях;

Б. принимая во внимание, что правительство Норвегии признало в своём докладе, что порт больше не отвечает
требованиям безопасности, записанным в договоре;

призывает правительство:

1. начать расследование без дальнейших отлагательств и обнародовать его результат;

2. укреплять сотрудничество с соседними странами.
"""
PAIRS = {"nl-fr": (NL, FR), "nl-de": (NL, DE), "ru": (RU, "")}
PAGE = """#set page(paper: "a4", margin: 2cm)
#set text(size: 10pt)
#set par(justify: true)
#grid(columns: (%s), gutter: 8mm, %s)
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Character error rate, and provisions found of those that there are."""

    errors: float
    found: int
    all: int


def scan(columns: tuple[str, ...], dpi: int = 200, slant: float = 0.6) -> bytes:
    """The picture of a page with texts side by side, as a poor scanner makes it."""
    texts = [text for text in columns if text]
    cells = ", ".join("[" + "\n\n".join(map(_escaped, paragraphs(text))) + "]" for text in texts)
    source = PAGE % (", ".join(["1fr"] * len(texts)), cells)
    document = pdfium.PdfDocument(typst.compile(source.encode("utf-8")))
    page = document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    turned = page.rotate(slant, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.7))
    noise = Image.frombytes("L", turned.size, random.Random(5).randbytes(turned.width * turned.height))
    spoiled = Image.blend(turned, noise, 0.12)
    written = io.BytesIO()
    spoiled.save(written, "PNG", dpi=(dpi, dpi))
    return written.getvalue()


def paragraphs(text: str) -> list[str]:
    """The provisions of a text, each in one line."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def score(picture: bytes, columns: tuple[str, ...]) -> Score:
    """How well the picture is read."""
    made = outline(read(picture, "scan.png"))
    passages = [passage for passage in made.passages if passage.kind != "boilerplate"]
    got = " ".join(passage.text for passage in sorted(passages, key=lambda one: one.version or 0))
    wanted = " ".join(" ".join(columns).split())
    labels = [line[0] for text in columns for line in paragraphs(text) if line[1:3] == ". "]
    told = [passage.label for passage in passages if passage.kind in ("recital", "request")]
    found = sum(min(labels.count(label), told.count(label)) for label in set(labels))
    return Score(distance(got, wanted) / len(wanted), found, len(labels))


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one text of the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, beside in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != beside))
    return row[-1]


def _escaped(line: str) -> str:
    """A provision as typst sets it: its label is no list of typst's."""
    return line[:1] + "\\" + line[1:] if line[1:3] == ". " else line


def main() -> None:
    """Measure and print."""
    dpi = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print("pair     error rate  provisions    seconds")
    for name, columns in PAIRS.items():
        picture = scan(columns, dpi)
        began = time.monotonic()
        found = score(picture, columns)
        took = time.monotonic() - began
        print(f"{name:8} {found.errors:10.4f} {found.found:8} / {found.all:<3} {took:8.1f}")


if __name__ == "__main__":
    main()
