"""The strip of findings: every direction stands beside the others, with its time."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from evaluations.words import Change, Design, Direction, EvidenceKind, Outcome
from portal.matching import supports
from portal.pictures.strips import horizon_words, main_result, strip, tally
from portal.shelf import current_content
from tests.portal.pages import ask, plain

MONTHS = st.none() | st.integers(min_value=1, max_value=60)


@st.composite
def findings(draw: Any) -> dict[str, Any]:
    direction, outcome = draw(st.sampled_from(Direction)), draw(st.sampled_from(Outcome))
    kind = draw(st.sampled_from(EvidenceKind))
    design = draw(st.sampled_from(Design))
    is_open = direction is Direction.DESCRIPTIVE
    return {
        "direction": direction.value,
        "direction_label": direction.label,
        "change": draw(st.sampled_from(["", *Change])) if is_open else "",
        "outcome_label": outcome.label,
        "kind": kind.value,
        "kind_label": kind.label,
        "design": design.value,
        "design_label": design.label,
        "sources": [],
        "horizon_from_months": draw(MONTHS),
        "horizon_months": draw(MONTHS),
        "ceases": draw(st.booleans()),
    }


@given(st.lists(findings()))
def test_every_finding_has_a_cell_with_its_direction(found):
    cells = [cell for row in strip((each, "") for each in found).rows for cell in row.cells]

    assert sorted(cell.direction for cell in cells) == sorted(row["direction"] for row in found)
    for cell in cells:
        assert cell.words.startswith(cell.direction.label)


@given(st.lists(findings()))
def test_one_row_for_each_outcome(found):
    names = [row.outcome for row in strip((each, "") for each in found).rows]

    assert len(names) == len(set(names)) == len({row["outcome_label"] for row in found})


@given(st.lists(findings(), min_size=1))
def test_no_direction_is_left_out_of_a_sentence(found):
    for row in found:
        if row["direction"] == Direction.DESCRIPTIVE:
            assert "beskrivende fund" in main_result(found)
        else:
            assert f"{row['outcome_label']}: {row['direction_label']}" in main_result(found)


def test_directions_are_told_apart_by_a_sign_too():
    signs = {
        re.sub(r'class="[^"]*"', "", render_to_string("components/sign.html", {"direction": each}))
        for each in Direction
    }

    assert len(signs) == len(Direction)


def finding(direction: str, **more: Any) -> dict[str, Any]:
    return {"direction": direction, "direction_label": Direction(direction).label, **more}


def test_the_count_is_danish_in_one_and_many():
    one = [finding(each) for each in ("positive", "negative", "mixed")]

    assert tally(one) == "1 positivt, 1 negativt og 1 blandet"
    assert tally([*one, *one]) == "2 positive, 2 negative og 2 blandede"
    assert tally([finding("none_detected")]) == "1 uden påvist effekt"


@pytest.mark.parametrize(
    ("first", "last", "ceases", "words"),
    [
        (None, 12, False, "12 mdr."),
        (6, 12, False, "6 til 12 mdr."),
        (6, None, False, "fra 6 mdr."),
        (None, 18, True, "effekten ophører efter 18 mdr."),
        (None, None, True, "effekten ophører"),
        (None, None, False, ""),
    ],
)
def test_the_time_of_a_finding_is_told(first, last, ceases, words):
    row = {"horizon_from_months": first, "horizon_months": last, "ceases": ceases}

    assert horizon_words(row) == words


# --- On the page, with all that is published ----------------------------------------------------

AGAINST = {Direction.NONE_DETECTED, Direction.NEGATIVE, Direction.MIXED}


@pytest.fixture
def page(portal) -> str:
    """The page with everything, whatever the distance."""
    return str(ask(portal, on="01-12-2021", age="45").content.decode())


def articles(markup: str) -> dict[str, str]:
    return dict(re.findall(r'<article class="evidence" id="([^"]+)">(.*?)</article>', markup, re.S))


def unfolded(markup: str) -> str:
    """What is seen of an article without opening anything, nested folds too."""
    while "<details" in markup:
        markup = re.sub(r"<details[^>]*>(?:(?!<details).)*?</details>", "", markup, flags=re.S)
    return markup


def directions_in(markup: str) -> list[str]:
    return sorted(re.findall(r"cell cell--(\w+)", markup))


@pytest.mark.django_db
def test_no_null_or_negative_finding_is_folded_away_while_a_positive_one_shows(page):
    """Every published evaluation and recommendation: all its findings are in the open, or none."""
    content, shown = current_content(), articles(page)
    expected = {slug: row.document["findings"] for slug, row in content.evaluations.items()} | {
        slug: [each for _, each in supports(content, row.document)]
        for slug, row in content.recommendations.items()
    }

    assert set(shown) == set(expected)
    for slug, found in expected.items():
        seen = unfolded(shown[slug])
        assert directions_in(seen) == sorted(row["direction"] for row in found), slug
        for row in found:
            assert Direction(row["direction"]).label.capitalize() in plain(seen)


@pytest.mark.django_db
def test_the_published_content_can_make_the_test_above_fail():
    """There are evaluations in which positive findings stand beside null or negative ones."""
    mixed = [
        row.document["slug"]
        for row in current_content().evaluations.values()
        if {each["direction"] for each in row.document["findings"]} >= {Direction.POSITIVE}
        and {each["direction"] for each in row.document["findings"]} & AGAINST
    ]

    assert len(mixed) >= 3


@pytest.mark.django_db
def test_an_effect_that_ceases_says_so_in_the_open(page):
    """S001:19: the effect on staying in measures at workplaces ceases after a year and a half."""
    seen = plain(unfolded(articles(page)["social-stoette-vive-2023"]))

    assert "Positiv, effekten ophører efter 18 mdr." in seen


@pytest.mark.django_db
def test_experience_is_never_drawn_as_an_effect(page):
    seen = articles(page)["praktisk-traening"]

    assert "strength--experience" in seen
    assert "cell--effect" not in seen


def test_an_empty_strip_says_so():
    shown = plain(render_to_string("components/strip.html", {"strip": strip([])}))

    assert shown == "Ingen fund er udgivet i Vejviser."
