"""The profile as the page shows it: what is asked first, and the rest in groups that open."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField

from portal.guidance.forms import OFFER, ProfileForm

# What decides most answers, in the order a conversation takes it.
FIRST = ("on", "municipality", "benefit", "readiness", "age", "unemployed_months")
GROUPS = {
    "Uddannelse og arbejde": (
        "employment",
        "skill_level",
        "education_obsolete",
        "work_experience",
        "long_term_unemployed",
        "hard_to_place",
        "jobrotation_substitute",
        "lab_group",
    ),
    "Helbred og andre forhold (valgfrit)": (
        "on_sick_leave",
        "health",
        "disability",
        "mental_illness",
        "complex_problems",
        "cluster",
    ),
}
PARTICIPATION = "Deltager jeres kommune?"
PLANNED = "Planlagt tilbud (valgfrit)"
LOOKING_BACK = "Se tilbage (valgfrit)"
# As long as the words they take the place of, so that nothing moves when a field is filled in.
ASSUMED = {
    "on": "Antaget: i dag. Ellers: dd-mm-åååå.",
    "municipality": "Antaget: din hjemkommune.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields under one heading; open when something in it is stated or must be corrected."""

    key: str
    title: str
    fields: list[BoundField]

    @property
    def stated(self) -> int:
        """How many of the fields are filled in, rightly or wrongly."""
        return sum(1 for field in self.fields if field.value())

    @property
    def wrong(self) -> int:
        """How many of the fields must be corrected."""
        return sum(1 for field in self.fields if field.errors)

    @property
    def is_open(self) -> bool:
        """Whether the group shows its fields: a closed one must not hide what was said."""
        return bool(self.stated or self.wrong)


def first_fields(form: ProfileForm) -> list[BoundField]:
    """The few facts to begin with; what the portal assumed says so in the help of its field."""
    fields = _bound(form, FIRST)
    for field in fields:
        if field.name in form.assumed and not field.errors:
            field.help_text = ASSUMED[field.name]
    return fields


def folded_groups(form: ProfileForm) -> list[Group]:
    """The rest, in groups; a group without fields is left out."""
    named = {
        **GROUPS,
        PARTICIPATION: form.asked_participation,
        PLANNED: OFFER,
        LOOKING_BACK: ("known_on",),
    }
    return [
        Group(key=f"gruppe-{number}", title=title, fields=_bound(form, names))
        for number, (title, names) in enumerate(named.items(), start=1)
        if names
    ]


def _bound(form: ProfileForm, names: Iterable[str]) -> list[BoundField]:
    return [form[name] for name in names]
