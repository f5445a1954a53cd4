"""What no file of content may hold, by the rows of the table of bad inputs, and what is told."""

import json
from typing import Any

import pytest
from django.conf import settings

from tests.loading.files import source

DEEP = "[" * 100_000
PERIOD = {
    "trial": ["nextwork-praktik"],
    "position": 7,
    "start_earliest": None,
    "start_latest": "2030-01-01",
    "start_citation": ["nyhedsbrev-forsoeg", "linje 80", "stated"],
    "end_earliest": "2030-12-31",
    "end_latest": None,
    "open_ended": False,
    "end_citation": ["nyhedsbrev-forsoeg", "linje 80", "stated"],
}


def period(**changes: Any) -> dict[str, Any]:
    return {"model": "trials.trialperiod", "fields": PERIOD | changes}


def trial(**changes: Any) -> dict[str, Any]:
    """A trial that is stored, in the words of its own file, with other fields."""
    objects = json.loads((settings.FIXTURE_DIRS[0] / "04_trials.json").read_text())
    fields = next(each["fields"] for each in objects if each["model"] == "trials.trial")
    return {"model": "trials.trial", "fields": fields | {"slug": "proeveforsoeg"} | changes}


OBJECTS = [
    pytest.param(source(farve="rød"), "farve: Feltet findes ikke. Rækken har", id="41-field"),
    pytest.param(
        {"model": "trials.rule", "fields": {}},
        "model: Ukendt slags række: trials.rule. Ret \u201dmodel\u201d.",
        id="41-model",
    ),
    pytest.param(
        {"model": "portal.user", "fields": {"username": "x"}},
        "model: Ukendt slags række: portal.user.",
        id="41-model-that-is-no-content",
    ),
    pytest.param(source(title="æ" * 251), "title (titel): ", id="41-too-long"),
    pytest.param(source(title=None), "title (titel): Feltet må ikke være tomt", id="41-null"),
    pytest.param(period(position="to"), "position (rækkefølge): Her skal stå et helt", id="41-int"),
    pytest.param(period(position=10**30), "position (rækkefølge): ", id="41-int-of-31-digits"),
    pytest.param(period(position=-1), "position (rækkefølge): ", id="41-int-below-none"),
    pytest.param(
        period(trial=["findes-ikke"]),
        "trial (forsøg): Der er ingen forsøg med nøglen findes-ikke. Den skal være gemt, eller",
        id="41-reference",
    ),
    pytest.param(
        trial(target_groups=[["findes-ikke"]]),
        "target_groups (målgrupper): Der er ingen målgruppe med nøglen findes-ikke.",
        id="41-several-references",
    ),
    pytest.param(
        trial(target_groups=[]),
        "target_groups (målgrupper): Her skal stå mindst én henvisning",
        id="41-nobody",
    ),
    pytest.param(
        trial(target_groups=[["nextwork-praktik"], ["nextwork-praktik"]]),
        "target_groups (målgrupper): Den samme henvisning står to gange. Fjern den ene.",
        id="43-reference-twice",
    ),
    pytest.param(
        trial(target_groups=["nextwork-praktik"]),
        "target_groups (målgrupper): Henvisningen skal være en nøgle i en liste",
        id="41-reference-that-is-no-key",
    ),
    pytest.param(
        period(end_latest="2029-01-01", end_earliest=None),
        "end_latest (slutter senest (til og med)): Perioden slutter, før den begynder.",
        id="41-ends-before-it-begins",
    ),
    pytest.param(
        period(start_earliest="2030-02-01"),
        "start_latest (begynder senest): Tidligste start skal ligge før",
        id="41-reversed-range",
    ),
    pytest.param(
        period(start_latest="2020-01-01", end_earliest="2030-01-01"),
        "Perioden overlapper en anden periode for forsøget. Ret dagene",
        id="41-overlap",
    ),
    pytest.param(
        period(end_earliest="2030-02-31"),
        "end_earliest (slutter tidligst (til og med)): Dagen 2030-02-31 findes ikke. Ret den.",
        id="41-31-february",
    ),
    pytest.param(period(end_earliest="31-12-2030"), "Skriv dagen som", id="41-danish-day"),
    pytest.param(period(end_earliest="9999-12-31"), "Året 9999 kan ikke", id="41-year-9999"),
    pytest.param({**source(), "pk": 10**30}, "pk: Rækkens nummer (pk) må", id="41-pk-10^30"),
    pytest.param({**source(), "pk": "abc"}, "pk: Rækkens nummer (pk) må", id="41-pk-abc"),
    pytest.param({"model": "trials.source"}, 'fields: Her mangler "fields"', id="41-no-fields"),
    pytest.param(
        source(address="javascript:alert(1)"),
        "address (adresse): Skriv en adresse, der begynder med https://.",
        id="42-javascript",
    ),
    pytest.param(source(slug="../../x y"), "slug (kortnavn): ", id="42-slug"),
    pytest.param(source(kind="sladder"), "kind (art): ", id="42-choice"),
    pytest.param(source(title=""), "title (titel): Dette felt kan ikke", id="42-empty"),
    pytest.param(period(position=13.7), "Her skal stå et helt tal", id="42-13.7"),
    pytest.param(period(position=True), "Her skal stå et helt tal", id="42-true"),
    pytest.param(period(open_ended=1), "Her skal stå true eller false", id="42-1-for-true"),
    pytest.param(source(title=7), "Her skal stå en tekst i", id="42-number-for-text"),
    pytest.param(source(note="a\x00b"), "note (bemærkning): Teksten indeholder", id="47-nul"),
    pytest.param(source(title="\u202egab"), "title (titel): Teksten indeholder", id="47-bidi"),
    pytest.param(source(title="\u200b\u2060"), "title (titel): Teksten består", id="47-unseen"),
    pytest.param(source(slug="\u202ex"), "slug (kortnavn): Teksten", id="47-slug"),
]

TEXT = json.dumps([source()], ensure_ascii=False, indent=1)
FILES = [
    pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), 1, "begynder med BOM). Gem som", id="45-bom"),
    pytest.param(TEXT.encode("utf-16"), 1, "skrevet i UTF-16). Gem som UTF-8.", id="45-utf-16"),
    pytest.param(TEXT.encode("utf-16-le"), 1, "skrevet i UTF-16). Gem som", id="45-utf-16-le"),
    pytest.param(TEXT.encode("utf-16-be"), 1, "skrevet i UTF-16). Gem som", id="45-utf-16-be"),
    pytest.param(
        TEXT.replace("En prøve", "Prøve på dansk").encode("cp1252"),
        6,
        "her er et tegn, der ikke er UTF-8). Gem som UTF-8.",
        id="45-cp1252",
    ),
    pytest.param(TEXT[: len(TEXT) // 2].encode(), 8, "slutter for tidligt). Hent", id="45-half"),
    pytest.param(TEXT[:-1].encode(), 16, "slutter for tidligt). Hent", id="45-without-its-end"),
    pytest.param(b"", 1, "filen er tom. Der er intet at indlæse.", id="45-empty"),
    pytest.param(b" \r\n\n", 1, "filen er tom. Der er intet at indlæse.", id="45-blank"),
    pytest.param(b"hej", 1, "ikke gyldig JSON (filen skal være en liste", id="45-hej"),
    pytest.param(b"{}", 1, "filen skal være en liste: den begynder med [", id="45-no-list"),
    pytest.param(DEEP.encode(), 1, "for mange niveauer", id="45-nested"),
    pytest.param(b'[{"model":' + b"[" * 100_000, 1, "for mange niveauer", id="45-nested-object"),
    pytest.param(b"[]", 1, "filen er tom. Der er intet at indlæse.", id="46"),
    pytest.param(b"[1]", 1, "her skal stå et objekt", id="45-number"),
    pytest.param(b"[\n{},\n]", 3, "her mangler en værdi", id="45-comma"),
    pytest.param(b"[\n{}\n{}]", 3, "her mangler et komma", id="45-no-comma"),
    pytest.param(b'[{"a": 1,\n"a": 2}]', 1, "\u201da\u201d står to gange i objektet", id="78"),
    pytest.param(b'[{"fields": {"a": NaN}}]', 1, "NaN er ikke et tal", id="77-nan"),
    pytest.param(b'[{"fields": {"a": 1e999}}]', 1, "et tal er for stort", id="77-1e999"),
    pytest.param(b'[{"a": ' + b"1" * 4_400 + b"}]", 1, "har 4400 cifre", id="77-4400-digits"),
    pytest.param(TEXT.encode() + b"\n[]", 17, "der står mere efter listen", id="45-more"),
]
