"""Videnskortet: every published finding under its outcome and group, in signs and in words."""

import re
from collections import Counter

import pytest

from evaluations.words import Direction, Outcome
from portal.pictures.evidence_map import EvidenceMap, findings_of, map_of
from portal.shelf import current_content
from tests.portal.pages import plain, text_of

pytestmark = pytest.mark.django_db

PAGE = "/videnskort/"
ANCHOR = re.compile(r'href="/evalueringer/([-\w]+)/#fund-([-\w]+)"')
SIGN = re.compile(r'<a href="#([a-z_]+)-(\d+)">[^<]*\((\d+)\)</a>')
LINE = re.compile(r"<tr>\s*<th scope=\"row\">(.*?)</th>(.*?)</tr>", re.DOTALL)
UNSTUDIED = "ikke undersøgt i det, Vejviser kender"


def every_finding() -> Counter[tuple[str, str]]:
    return Counter(
        (slug, finding["slug"])
        for slug, row in current_content().evaluations.items()
        for finding in row.document["findings"]
    )


def whole_map() -> EvidenceMap:
    documents = (row.document for row in current_content().evaluations.values())
    return map_of(findings_of(documents), lambda _: True)


def test_every_published_finding_is_linked_to_once(client):
    found = Counter(ANCHOR.findall(client.get(PAGE).content.decode()))

    assert found == every_finding()
    assert found.total() == 59


def test_the_signs_add_up_to_all_findings_of_each_outcome_and_group(client):
    markup = client.get(PAGE).content.decode()
    shown: Counter[tuple[str, int]] = Counter()
    for outcome, column, count in SIGN.findall(markup):
        shown[outcome, int(column)] += int(count)

    expected = {
        (line.outcome.value, cell.column): len(cell.found)
        for line in whole_map().lines
        for cell in line.cells
        if cell.found
    }
    assert dict(shown) == expected
    for outcome, column in expected:
        assert f'<tbody id="{outcome}-{column}">' in markup


def test_every_outcome_is_a_row_and_what_is_not_studied_says_so(client):
    markup = client.get(PAGE).content.decode().split('<table class="map')[1].split("</table>")[0]
    rows = LINE.findall(markup)

    assert [label.lower() for label, _ in rows] == [outcome.label for outcome in Outcome]
    for (_, cells), line in zip(rows, whole_map().lines, strict=True):
        assert plain(cells).count(UNSTUDIED) == line.unstudied


# Without a found effect on staying in ordinary work, twice: Rambøll 2021 and VIVE 2023.
def test_nothing_found_stands_beside_what_was_gained(client):
    markup = client.get(PAGE).content.decode()
    cells = dict(LINE.findall(markup))["Fastholdelse i ordinær beskæftigelse"]

    assert "ingen påvist effekt (2)" in plain(cells)
    assert 'class="sign sign--none_detected" width="22"' in cells


def test_effects_and_experiences_stand_in_lanes_of_their_own(client):
    cells = dict(LINE.findall(client.get(PAGE).content.decode()))["Trivsel og udvikling"]

    assert "strand--oplevet" in cells
    assert "strand--effekt" not in cells


# IBBIS: "ingen effekt på beskæftigelsen", and nothing said of how it was measured.
def test_a_cell_says_how_its_findings_were_reached(client):
    cells = dict(LINE.findall(client.get(PAGE).content.decode()))["Beskæftigelse"]

    assert "ingen påvist effekt (1) Metode: ikke oplyst" in plain(cells)
    assert "positiv (1) Metode: sammenligningsgruppe (udledt af kilden)" in plain(cells)


@pytest.mark.parametrize("direction", list(Direction))
def test_a_filter_says_how_much_it_leaves_out(client, direction):
    response = client.get(PAGE, {"retning": direction.value})
    shown = len(ANCHOR.findall(response.content.decode()))
    text = text_of(response)

    assert f"{59 - shown} af de 59 fund er valgt fra. Se også dem, før du konkluderer." in text
    assert text.count("fund, valgt fra") > 0
    assert text.count(UNSTUDIED) == sum(line.unstudied for line in whole_map().lines)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("retning=god", "retning : Den værdi findes ikke."),
        ("art=effect", "art : Den værdi findes ikke. Vælg effekt, opgjort eller oplevet."),
        ("udfald=beskaeftigelse", "udfald : Ukendt navn i adressen."),
        ("art=effekt&art=effekt", "art : Står 2 gange."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_remedy(client, query, words):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 400
    assert words in text_of(response)
