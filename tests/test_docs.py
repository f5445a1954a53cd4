"""The documents tell of the project as it is: links, settings, codes, targets and names."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from evaluations import words as evidence
from portal.management.commands.demo_users import ROLES
from tests.command import guidance, question
from trials import rules
from trials.rules import ATTRIBUTES, Answer, Judgement

ROOT: Path = settings.BASE_DIR
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
CONTRACT = (DOCS / "contract.md").read_text(encoding="utf-8")
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)")
SETTING = re.compile(r'\benv[a-z]+\(\s*"([A-Z_]+)"')
SECRET = re.compile(r'\benvsecret\(\s*"([A-Z_]+)"')
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
# In a code span, or at the start of an indented line; a variable may stand before it.
MAKE = re.compile(r"(?:`|^ {4}\S*\s?)make ((?:[a-z-]+ ?)+)", re.MULTILINE)
NAME = re.compile(r"`([A-Z][a-z]\w*)(?:\.(\w+))?`")
CODE = re.compile(r"`([^`\n]+)`")

# What a question may state and an answer may hold. The other lists stay on the desk.
LISTS: list[type[Enum]] = [
    rules.Benefit,
    rules.Readiness,
    rules.Employment,
    rules.SkillLevel,
    rules.Health,
    rules.Cluster,
    rules.Verdict,
    rules.OfferAnswer,
    rules.Note,
    rules.Reason,
    rules.Unit,
    rules.Judgement,
    rules.ClaimStatus,
    evidence.Match,
    evidence.Level,
    evidence.Mark,
    evidence.Direction,
    evidence.Change,
    evidence.EvidenceKind,
    evidence.Design,
    evidence.Outcome,
    evidence.RecommendationStatus,
]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_in_the_index() -> None:
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    decisions = {path.name for path in (DOCS / "decisions").glob("0*.md")}

    assert set(LINK.findall(index)) == decisions


def test_every_setting_is_told() -> None:
    read = (ROOT / "portal" / "settings.py").read_text(encoding="utf-8")
    told = {line.split("|")[1].strip() for line in OPERATIONS.splitlines() if "|" in line}
    secrets = set(SECRET.findall(read))

    assert set(SETTING.findall(read)), "the pattern finds no setting"
    for name in SETTING.findall(read):
        assert (f"`{name}` †" if name in secrets else f"`{name}`") in told, name


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_code_is_in_the_contract(words: type[Enum]) -> None:
    codes = CODE.findall(CONTRACT)

    assert [word.value for word in words if word.value not in codes] == []


def test_every_attribute_and_answer_is_in_the_contract() -> None:
    told = {*CODE.findall(CONTRACT)}

    assert {*ATTRIBUTES, "participates", "weeks", *Judgement} <= told
    assert {answer.code for answer in Answer} <= told


@pytest.mark.django_db
def test_every_key_of_an_answer_is_in_the_contract() -> None:
    profile = {"lab_group": 4, "complex_problems": True}
    answer = guidance(question(profile, offer={"weeks": 4})).only

    assert set(keys(answer)) - {*CODE.findall(CONTRACT)} == set()


def keys(value: Any) -> Iterator[str]:
    """Every key at every level."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from keys(part)


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_target_that_a_document_names_is_in_the_makefile(document: Path) -> None:
    targets = TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
    asked = " ".join(MAKE.findall(document.read_text(encoding="utf-8"))).split()
    goals = [word for word in asked if not word.startswith("-")]

    assert [goal for goal in goals if goal not in targets] == []


def test_the_readme_names_the_two_commands_and_every_demo_user() -> None:
    assert {"run", "test"} <= set(" ".join(MAKE.findall(README)).split())
    for user in ROLES:
        assert f"| `{user}` | `{user}-demo` |" in README


@pytest.mark.parametrize("name", ["glossary.md", "architecture.md"])
def test_every_class_that_a_document_names_is_in_the_code(name: str) -> None:
    places = ("trials", "evaluations", "portal")
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for place in places
        for path in (ROOT / place).rglob("*.py")
    )
    spoken = NAME.findall((DOCS / name).read_text(encoding="utf-8"))

    assert spoken
    for one, part in spoken:
        assert re.search(rf"\b{one}\b", code), one
        assert re.search(rf"\b{part}\b", code), f"{one}.{part}"
