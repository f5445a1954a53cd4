"""Sends a thing to approval, and ends that again. Waits its turn, as publishing does."""

from portal.gate import NotReadyError
from portal.hashes import hash_of
from portal.models import Submission, User
from portal.publication import ChangedError, desk_items, differs, shelf_now, unready
from portal.turns import our_turn
from portal.words import EditionKind, SubmissionOutcome


def send(kind: EditionKind, slug: str, *, by: User, note: str, seen: str) -> None:
    """Ask a publisher to publish what was ``seen``: the hash of the document.

    ChangedError when that is not what the desk holds and the shelf does not, or when it is sent
    already; NotReadyError when something is missing, so that no publisher is asked in vain.
    """
    with our_turn():
        items, shelf = list(desk_items(kind, slug=slug)), shelf_now()
        as_seen = [item for item in items if hash_of(item[1]) == seen and differs(*item, shelf)]
        if not as_seen or Submission.objects.open().of(kind, slug).exists():
            raise ChangedError
        if lacks := unready(as_seen, shelf):
            raise NotReadyError((slug, told) for told in lacks.values())
        Submission.objects.create(kind=kind, slug=slug, content_hash=seen, sent_by=by, note=note)


def end(submission: Submission, outcome: SubmissionOutcome, *, by: User, answer: str = "") -> None:
    """Close the submission without publishing. ChangedError when somebody else has closed it."""
    with our_turn():
        mine = Submission.objects.filter(pk=submission.pk)
        if not mine.close(outcome, by=by, answer=answer):
            raise ChangedError
