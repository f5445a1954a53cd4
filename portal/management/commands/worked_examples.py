import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.publication import desk_items
from portal.shelf import current_content
from portal.words import EditionKind
from trials.rules import joined, loggable_name, tried_in_words, try_examples

FAILING = 1
REFUSED = 2
Document = Mapping[str, Any]


class Command(BaseCommand):
    """Try every example of the trials against their rules, and report trial by trial.

    Exit code 0: all hold. 1: some do not, or a rule cannot be read. 2: what was asked about is not
    there, and nothing is tried.
    """

    help = "Prøver eksemplerne ved forsøgene og viser, hvilke der holder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("trial", nargs="*", help="forsøgets kortnavn; ingen betyder alle")
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--desk", action="store_true", help="reglerne på skrivebordet (valgt)")
        where.add_argument("--shelf", action="store_true", help="de udgivne regler")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        trials = _published() if options["shelf"] else _written()
        if not trials:
            raise CommandError("Der er ingen forsøg at prøve.", returncode=REFUSED)
        all_hold = [self._report(trial) for trial in _chosen(trials, options["trial"])]
        if not all(all_hold):
            sys.exit(FAILING)

    def _report(self, trial: Document) -> bool:
        """Write how the examples of the trial stand; whether all hold."""
        try:
            outcomes = try_examples(trial)
        except (KeyError, ValueError) as error:
            self.stdout.write(f"{trial['slug']}: Reglen kan ikke læses ({error}).")
            return False
        self.stdout.write(f"{trial['slug']}: {tried_in_words(outcomes)}")
        failing = [outcome for outcome in outcomes if not outcome.holds]
        for outcome in failing:
            self.stdout.write(f"  {outcome.slug}: {outcome.text}")
        return not failing


def _written() -> dict[str, Document]:
    return {document["slug"]: document for _, document in desk_items(EditionKind.TRIAL)}


def _published() -> dict[str, Document]:
    return {slug: trial.document for slug, trial in current_content().trials.items()}


def _chosen(trials: Mapping[str, Document], slugs: Iterable[str]) -> Iterator[Document]:
    """The trials that are asked for, or all; refused before any is tried when one is not there."""
    unknown = [loggable_name(slug) for slug in slugs if slug not in trials]
    if unknown:
        known = joined(sorted(trials))
        raise CommandError(
            f"Ukendt forsøg: {joined(unknown)}. Kendte er {known}.", returncode=REFUSED
        )
    return (trials[slug] for slug in sorted(set(slugs) or trials))
