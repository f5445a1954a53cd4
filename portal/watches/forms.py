from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.models import Edition, User, Watch
from portal.shelf import Content
from portal.words import WatchKind
from trials.refusing import RefusingForm
from trials.rules import choices

NOT_THERE = "Det kan ikke følges: det er ikke udgivet i Vejviser nu. Åbn siden igen, og prøv."


class WatchForm(RefusingForm, forms.Form):
    """Følg: what a button posts; only what is published can be followed."""

    kind = forms.ChoiceField(choices=choices(WatchKind), error_messages={"required": NOT_THERE})
    code = forms.CharField(max_length=80, error_messages={"required": NOT_THERE})

    def __init__(self, data: Any, *, content: Content) -> None:
        super().__init__(data)
        self.content = content

    def clean(self) -> dict[str, Any]:
        kind, code = self.cleaned_data.get("kind"), self.cleaned_data.get("code")
        if kind and code and code not in self._there(kind):
            raise ValidationError(NOT_THERE)
        return self.cleaned_data

    def _there(self, kind: str) -> Any:
        is_trial = kind == WatchKind.TRIAL
        return self.content.trials if is_trial else self.content.municipalities

    def save(self, user: User) -> Watch:
        """Follow from now on: what was published before is not told. Twice is once."""
        told = {"told_to": Edition.objects.newest_key()}
        watch, _ = Watch.objects.get_or_create(user=user, **self.cleaned_data, defaults=told)
        return watch
