"""Which municipalities a trial covers. An empty list is never the whole country."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trials.rules.checks import Answer, Check, Reason, Source, reserve_of
from trials.rules.danish import joined
from trials.rules.profile import PARTICIPATES, CitizenProfile
from trials.rules.vocabulary import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Deltagelse: what is recorded of a municipality that the trial's own source does not name."""

    name: str
    takes_part: bool
    source: Source

    @property
    def sentence(self) -> str:
        """What is recorded, and who says so."""
        takes_part = "deltager" if self.takes_part else "ikke deltager"
        return (
            f"Det er registreret, at {self.name} {takes_part} (oplyst af {self.source['title']})."
        )


@dataclass(frozen=True, kw_only=True)
class Area:
    """Geografi: what the source tells about where the trial runs; ``named`` maps code to name.

    ``recorded`` is what an administrator has recorded, by code, where the source leaves it open.
    """

    slug: str
    coverage: Coverage
    named: Mapping[str, str]
    count: int | None = None
    source: Source | None = None
    recorded: Mapping[str, Participation] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether the source leaves open which municipalities take part."""
        return self.coverage in (Coverage.NOT_NAMED, Coverage.LISTED_INCOMPLETE)

    def record_of(self, code: str | None) -> Participation | None:
        """What is recorded of the municipality, unless the source itself tells."""
        if not self.is_open or code is None or code in self.named:
            return None
        return self.recorded.get(code)

    def check(self, profile: CitizenProfile) -> Check:
        """Whether the citizen's municipality takes part, as far as source and caseworker tell."""
        answer, reason = self._answer(profile)
        record = self.record_of(profile.municipality)
        return Check(
            requirement=self.requirement,
            answer=answer,
            reason=reason,
            sentence=record.sentence if record else self._sentence(reason, profile),
            attribute="municipality",
            source=record.source if record else self.source,
            asks=self._asks(profile) if answer is Answer.UNKNOWN else (),
        )

    def contradicts(self, profile: CitizenProfile) -> bool:
        """Whether the caseworker's own answer goes against the list, or against the record."""
        participates = profile.participates.get(self.slug)
        code = profile.municipality
        if participates is None or code is None or self.coverage is Coverage.NATIONWIDE:
            return False
        if record := self.record_of(code):
            return record.takes_part is not participates
        if participates:
            return self.coverage is Coverage.LISTED and code not in self.named
        return code in self.named

    @cached_property
    def requirement(self) -> str:
        """The requirement in words."""
        names = joined(list(self.named.values()))
        if self.coverage is Coverage.NATIONWIDE:
            return "Gælder i hele landet"
        if self.coverage is Coverage.LISTED:
            return f"Kommunen er en af disse: {names}"
        if self.coverage is Coverage.LISTED_INCOMPLETE:
            return f"Kommunen deltager; {names} er nævnt, men listen er ikke fuldstændig"
        number = f"de {self.count} kommuner" if self.count else "kommunerne"
        return f"Kommunen er en af {number}, som kilden ikke navngiver"

    @cached_property
    def description(self) -> str:
        """Where the trial runs, for a reader of whose municipality nothing is known."""
        reserve = reserve_of(self.source)
        return f"{self._where()} ({reserve})" if reserve else self._where()

    def _where(self) -> str:
        names = joined(list(self.named.values()))
        if self.coverage is Coverage.NATIONWIDE:
            return "Hele landet"
        if self.coverage is Coverage.LISTED:
            return f"Kun {names}"
        if self.coverage is Coverage.LISTED_INCOMPLETE:
            return (
                f"{names} er nævnt, men listen er ikke fuldstændig; spørg, om jeres kommune er med"
            )
        number = f"{self.count} kommuner" if self.count else "Kommuner"
        return f"{number}, som kilden ikke navngiver; spørg, om jeres er med"

    def _answer(self, profile: CitizenProfile) -> tuple[Answer, Reason]:
        if self.coverage is Coverage.NATIONWIDE:
            return Answer.YES, Reason.NATIONWIDE
        if profile.municipality in self.named:
            return Answer.YES, Reason.LISTED
        record = self.record_of(profile.municipality)
        participates = record.takes_part if record else profile.participates.get(self.slug)
        if participates is not None:
            reason = Reason.PARTICIPATES if participates else Reason.DOES_NOT_PARTICIPATE
            return (Answer.YES if participates else Answer.NO), reason
        return self._by_list(profile)

    def _by_list(self, profile: CitizenProfile) -> tuple[Answer, Reason]:
        if self.coverage is Coverage.NOT_NAMED:
            return Answer.UNKNOWN, Reason.NOT_NAMED
        if profile.municipality is None:
            return Answer.UNKNOWN, Reason.NOT_STATED
        if self.coverage is Coverage.LISTED:
            return Answer.NO, Reason.NOT_LISTED
        return Answer.UNKNOWN, Reason.LIST_INCOMPLETE

    def _asks(self, profile: CitizenProfile) -> tuple[str, ...]:
        own_answer = f"{PARTICIPATES}{self.slug}"
        if profile.municipality is not None:
            return (own_answer,)
        if self.coverage is Coverage.LISTED:
            return ("municipality",)
        if self.coverage is Coverage.NOT_NAMED and not self.recorded:
            return (own_answer,)
        return ("municipality", own_answer)

    def _sentence(self, reason: Reason, profile: CitizenProfile) -> str:
        name = self.named.get(profile.municipality or "", "Kommunen")
        return _SENTENCES[reason].format(name=name)


_SENTENCES = {
    Reason.NATIONWIDE: "Forsøget gælder i hele landet, så kommunen er uden betydning.",
    Reason.LISTED: "{name} er nævnt i kilden.",
    Reason.NOT_LISTED: "Kommunen er ikke blandt dem, forsøget gælder i.",
    Reason.NOT_STATED: "Kommunen er ikke oplyst.",
    Reason.LIST_INCOMPLETE: (
        "Kommunen er ikke nævnt, men listen er ikke fuldstændig. Deltager jeres kommune?"
    ),
    Reason.NOT_NAMED: "Kilden navngiver ikke kommunerne. Deltager jeres kommune?",
    Reason.PARTICIPATES: "Det er oplyst, at kommunen deltager.",
    Reason.DOES_NOT_PARTICIPATE: "Det er oplyst, at kommunen ikke deltager.",
}
