"""Who may do what: the one table that pages, the desk and the tests read.

A stranger is nobody yet and is asked to log in. Whoever may not know that something exists is told
that it does not (404); whoever knows of it and may not touch it is told so (403).
"""

from collections.abc import Iterable
from enum import Enum
from functools import cache

from portal.words import Role


class Access(Enum):
    """What a request meets; the signs are those of the table below."""

    ALLOWED = "●"
    LOGIN = "↪"
    FORBIDDEN = "✖"
    HIDDEN = "–"


class Act(Enum):
    """What somebody does, whatever page they do it on."""

    OPEN = "læse forside, hjælp og ordbog"
    LIBRARY = "læse og søge i det udgivne"
    EARLIER = "læse tidligere udgaver"
    GUIDE = "få vejledning til en profil"
    FOLLOW = "følge et forsøg eller en kommune"
    REPORT = "melde en fejl"
    EXPORT = "hente det udgivne som tabel"
    ACCOUNT = "skifte sin egen adgangskode"
    DESK = "åbne skrivebordet"
    DRAFTS = "se kladder"
    WRITE = "skrive og rette kladder"
    DELETE = "slette kladder, der aldrig er udgivet"
    SEND = "sende til godkendelse og tage tilbage"
    PUBLISH = "udgive og trække tilbage"
    IMPORT = "importere tabeller som kladder"
    REVIEW = "gennemgå det udgivne og besvare meldinger"
    CODES = "rette kommuner"
    READ_CODES = "se kommuner på skrivebordet"
    PARTICIPATION = "registrere, hvilke kommuner der deltager"
    TRAIL = "læse, hvem der har ændret hvad"
    USERS = "invitere brugere og give roller"
    NEVER = "det, ingen må, men alle på skrivebordet kan spørge om"
    NOBODY = "det, Django tilbyder, og ingen skal bruge"


STRANGER = "fremmed"
COLUMNS = (STRANGER, Role.CASEWORKER, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR)

# The columns: a stranger, caseworker, editor, publisher, administrator.
MATRIX = {
    Act.OPEN: "● ● ● ● ●",
    Act.LIBRARY: "● ● ● ● ●",  # a stranger logs in where LIBRARY_IS_PUBLIC is off
    Act.EARLIER: "↪ ● ● ● ●",
    Act.GUIDE: "↪ ● ● ● ✖",
    Act.FOLLOW: "↪ ● ● ● ●",
    Act.REPORT: "↪ ● ● ● ✖",
    Act.EXPORT: "↪ ● ● ● ●",
    Act.ACCOUNT: "↪ ● ● ● ●",
    Act.DESK: "↪ ✖ ● ● ●",
    Act.DRAFTS: "↪ – ● ● –",
    Act.WRITE: "↪ ✖ ● ● ✖",
    Act.DELETE: "↪ ✖ ● ● ✖",
    Act.SEND: "↪ ✖ ● ● ✖",
    Act.PUBLISH: "↪ ✖ ✖ ● ✖",
    Act.IMPORT: "↪ ✖ ● ● ✖",
    Act.REVIEW: "↪ ✖ ● ● ✖",
    Act.CODES: "↪ ✖ ✖ ● ✖",
    Act.READ_CODES: "↪ ✖ ● ● ●",
    Act.PARTICIPATION: "↪ ✖ ✖ ✖ ●",
    Act.TRAIL: "↪ ✖ ● ● ●",
    Act.USERS: "↪ ✖ ✖ ✖ ●",
    Act.NEVER: "↪ ✖ ✖ ✖ ✖",
    Act.NOBODY: "↪ – – – –",
}
# Whoever has several roles may do what any of them may.
BEST_FIRST = (Access.ALLOWED, Access.FORBIDDEN, Access.HIDDEN)


def access_of(act: Act, roles: Iterable[str]) -> Access:
    """What somebody with the roles meets; without any role, what a caseworker meets at most."""
    row = _row(act)
    met = {row[role] for role in roles} or {_without_role(row)}
    return next(each for each in BEST_FIRST if each in met)


def access_of_stranger(act: Act, *, library_is_public: bool) -> Access:
    """What somebody meets who is not logged in."""
    if act is Act.LIBRARY and not library_is_public:
        return Access.LOGIN
    return _row(act)[STRANGER]


def allowed(act: Act, role: str) -> bool:
    return access_of(act, [role]) is Access.ALLOWED


@cache
def _row(act: Act) -> dict[str, Access]:
    return dict(zip(COLUMNS, map(Access, MATRIX[act].split()), strict=True))


def _without_role(row: dict[str, Access]) -> Access:
    """Whoever has lost their role keeps what every role has, and is told no more than before."""
    if all(row[role] is Access.ALLOWED for role in Role):
        return Access.ALLOWED
    met = row[Role.CASEWORKER]
    return Access.FORBIDDEN if met is Access.ALLOWED else met
