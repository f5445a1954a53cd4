"""The conditions of a target group with their alternatives, held against each other."""

from typing import Any

from django.core.exceptions import ValidationError

from trials.admin.drafts import ToldRow, faults_of, rows_of
from trials.admin.forms import PartForm
from trials.admin.formsets import PartFormSet
from trials.admin.nested import InnerPartFormSet
from trials.drafts import Draft
from trials.models import Condition
from trials.rules import Alternative as Asked
from trials.rules import group_from, group_sentences, impossible_conditions

NO_ALTERNATIVE = "Betingelsen har intet alternativ. Tilføj mindst ét, eller slet betingelsen."


class AlternativeFormSet(InnerPartFormSet):
    """The alternatives of one condition."""

    def clean(self) -> None:
        super().clean()
        is_written = self.parent_form in self.parent_form.parent_formset.standing
        if is_written and not self.standing:
            raise ValidationError(NO_ALTERNATIVE)


class ConditionForm(PartForm):
    """En betingelse, which can be read aloud before it is saved."""

    class Meta:
        model = Condition
        fields = ("wording", "citation", "position")

    @property
    def told(self) -> ToldRow:
        """The condition in words as it stands on the page; no words while it cannot be read."""
        faults = [*faults_of(self)]
        for alternatives in getattr(self, "nested_formsets", ()):
            faults += alternatives.non_form_errors()
        return ToldRow(words=self._words(), faults=tuple(faults))

    @property
    def draft(self) -> dict[str, Any] | None:
        """The condition as a document without its source; None while it cannot be read."""
        forms = [form for each in getattr(self, "nested_formsets", ()) for form in rows_of(each)]
        if not forms or not all(form.told.words for form in forms):
            return None
        return {
            "wording": self.instance.wording,
            "source": None,
            "alternatives": [form.instance.as_document() for form in forms],
        }

    def _words(self) -> str:
        draft = self.draft
        if draft is None:
            return ""
        (sentence,) = group_sentences(_group([draft]))
        return sentence


class ConditionFormSet(PartFormSet):
    """The conditions of one group: somebody must be able to meet them all."""

    def clean(self) -> None:
        super().clean()
        forms = sorted(self.kept, key=lambda form: form.instance.position)
        told = impossible_conditions([self._asked(form) for form in forms])
        for index, message in told.items():
            forms[index].add_error(None, message)

    def _asked(self, form: Any) -> list[Asked]:
        """The alternatives as the engine reads them; none when one of them cannot be read."""
        (alternatives,) = form.nested_formsets
        if len(alternatives.kept) < len(alternatives.standing):
            return []
        return [each.instance.as_read for each in alternatives.kept]

    def draft(self, name: str) -> Draft:
        """The whole group as it stands on the page, if every condition can be read."""
        drafts = [form.draft for form in rows_of(self)]
        faults = tuple(
            f"Betingelse {number} kan ikke læses endnu. Ret den først."
            for number, draft in enumerate(drafts, start=1)
            if draft is None
        )
        read = [draft for draft in drafts if draft]
        return Draft(subject=None if faults else _group(read, name), faults=faults)


def _group(conditions: list[dict[str, Any]], name: str = "") -> Any:
    return group_from({"name": name, "source": None, "conditions": conditions})
