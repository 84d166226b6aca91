"""Pronouns, offices without a name and "the Chamber", in invented passages: what must be resolved, and to whom."""

import pytest
from tests.extract.offices.marked import read_marked

from greffier.extract.referents import with_referents

CASES = [
    ("en", ["Ambassador [Ann Lee] met Speaker [Bo Day].", "The diplomat thanked him."], {"The diplomat": "Ann Lee"}),
    ("en", ["Mr [Bo Day] met Ms [Ann Lee] in Oslo. She left."], {"She": "Ann Lee"}),
    ("en", ["Mr [Bo Day] left with Ms [Ann Lee]. He smiled."], {"He": "Bo Day"}),
    ("en", ["Mr [Bo Day] rose. Talking to Mr [Al Fox], he smiled."], {"he": "Bo Day"}),
    ("en", ["Presidents [Bo Day] and [Ann Lee] met. The President left."], {}),
    ("en", ["An ambassador spoke.", "Ambassador [Ann Lee] spoke."], {}),
    ("en", ["The [body:Chamber of Trade] met.", "Later the Chamber voted."], {"the Chamber": "Chamber of Trade"}),
    ("en", ["The [body:Trade Committee] and the [body:Law Committee] met. The Committee voted."], {}),
    ("nl", ["Minister [Jan Roe] sprak. Hij vertrok."], {"Hij": "Jan Roe"}),
    (
        "nl",
        ["Minister [Jan Roe] ontving minister [Piet Vos]. Minister [Piet Vos] sprak. De bewindsman vertrok."],
        {"De bewindsman": "Piet Vos"},
    ),
    ("nl", ["De [body:Havenvrienden] kwamen. Later zei de organisatie niets."], {"de organisatie": "Havenvrienden"}),
    ("nl", ["Het [body:Ministerie van Vis] zweeg. Later zei de organisatie niets."], {}),
    ("nl", ["[Jan Roe] en [Piet Vos] zeiden dat zij zouden gaan."], {}),
    ("fr", ["La journaliste [Eva Paz] a parlé.", "[Luc Roe] a été vu. Le journaliste est parti."], {}),
    ("fr", ["La ministre [Eva Paz] a parlé. Elle est partie. Il faut voir."], {"Elle": "Eva Paz"}),
    ("de", ["Bundeskanzlerin [Eva Roth] sprach. „Gut“, sagte sie."], {"sie": "Eva Roth"}),
    ("da", ["Udenrigsminister [Ola Vik] rejste. Udenrigsministeren talte."], {"Udenrigsministeren": "Ola Vik"}),
    ("sv", ["Talman [Åsa Rå] log. Hon gick."], {"Hon": "Åsa Rå"}),
    ("es", ["El embajador [Luis Paz] habló. El diplomático salió."], {"El diplomático": "Luis Paz"}),
    ("ru", ["Президент [Анна Роу] прибыла. Глава государства сказала."], {"Глава государства": "Анна Роу"}),
    ("kk", ["Президент [Анна Роу] келді. Мемлекет басшысы айтты."], {"Мемлекет басшысы": "Анна Роу"}),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), CASES)
def test_who_is_meant_is_resolved_or_left_open(lang: str, lines: list[str], expected: dict[str, str]) -> None:
    reading = with_referents(read_marked(lang, *lines))
    found = {s.text[r.start : r.end]: r.appearance for s in reading.scenes for r in s.referents}
    lower = {words.lower().removeprefix("the ").removeprefix("el "): who for words, who in found.items()}
    assert lower == {words.lower().removeprefix("the ").removeprefix("el "): who for words, who in expected.items()}


def test_a_person_inside_a_quotation_is_not_the_he_after_it() -> None:
    reading = with_referents(read_marked("en", "[Ann Lee] said nothing of [Bo Day]. She left."))
    assert [r.appearance for s in reading.scenes for r in s.referents] == ["Ann Lee"]


def test_a_referent_says_how_and_how_sure() -> None:
    (scene,) = with_referents(read_marked("en", "Ambassador [Ann Lee] spoke. The Ambassador left.")).scenes
    (referent,) = scene.referents
    assert referent.how == "the only holder of that office named before"
    assert 0.5 < referent.confidence < 1
