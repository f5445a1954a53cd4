"""What is published row by row, and as which kind."""

from typing import Any

from evaluations.models import Evaluation, Programme
from evaluations.recommendations.models import Recommendation
from portal.words import EditionKind
from trials.models import Record, Trial

# The municipalities are one edition together, and so is what is recorded of one trial's
# municipalities.
MODELS: dict[EditionKind, Any] = {
    EditionKind.TRIAL: Trial,
    EditionKind.PROGRAMME: Programme,
    EditionKind.EVALUATION: Evaluation,
    EditionKind.RECOMMENDATION: Recommendation,
}


def kind_of(row: Record | type[Record]) -> EditionKind | None:
    """What the row is published as; None for what is only published inside something else."""
    model = row if isinstance(row, type) else type(row)
    return next((kind for kind, each in MODELS.items() if issubclass(model, each)), None)
