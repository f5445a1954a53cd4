"""What stands on a page of the desk and is not saved, handed to whoever is asked about it."""

from dataclasses import dataclass

from trials.rules import Group, Rule

# The buttons that read what is typed: the page is posted as when it is saved, and nothing is.
READ, TRY = "_ord", "_proev"
# The button that begins an example with the citizen on whom a draft was tried.
BEGIN = "_begynd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Kladde: a target group or a rule that is not saved; or why it cannot be read yet."""

    subject: Group | Rule | None
    faults: tuple[str, ...] = ()
    # What the reader must know of the draft: what in it is not as it stands on the page.
    note: str = ""
