"""The closed word lists of the portal."""

from trials.rules import Word


class EditionKind(Word):
    """What an edition is a document of."""

    MUNICIPALITIES = "municipalities", "kommuner"
    TRIAL = "trial", "forsøg"
    PROGRAMME = "programme", "program"
    EVALUATION = "evaluation", "evaluering"
    RECOMMENDATION = "recommendation", "anbefaling"
    PARTICIPATION = "participation", "deltagelse"


class Role(Word):
    """Rolle: the group that decides what a member of staff may do."""

    CASEWORKER = "sagsbehandler", "sagsbehandler"
    EDITOR = "redaktør", "redaktør"
    PUBLISHER = "fagansvarlig", "fagansvarlig"
    ADMINISTRATOR = "administrator", "administrator"


class SubmissionOutcome(Word):
    """What came of a submission."""

    PUBLISHED = "udgivet", "udgivet"
    TAKEN_BACK = "taget-tilbage", "taget tilbage"
    SENT_BACK = "sendt-tilbage", "sendt tilbage"


class Operation(Word):
    """Handling: what a change did to a row of the desk."""

    INSERT = "insert", "oprettet"
    UPDATE = "update", "rettet"
    DELETE = "delete", "slettet"
    TRUNCATE = "truncate", "tømt"


class ChangeKind(Word):
    """What an edition did to a thing that readers know."""

    NEW = "new", "kommet til"
    CHANGED = "changed", "ændret"
    EXTENDED = "extended", "forlænget"
    REVERTED = "reverted", "ført tilbage"
    EVIDENCE = "evidence", "viden ændret"
    RECORDED = "recorded", "deltagelse registreret"
    WITHDRAWN = "withdrawn", "trukket tilbage"
    RETURNED = "returned", "udgivet igen"


class WatchKind(Word):
    """What a user can follow; never a citizen, and never what is stated about one."""

    TRIAL = "trial", "forsøg"
    MUNICIPALITY = "municipality", "kommune"


class ReportKind(Word):
    """What a reader can report about a page."""

    CONTENT = "indhold", "noget på siden er forkert"
    OUTDATED = "foraeldet", "noget på siden er forældet"
    SOURCE = "kilde", "en kilde mangler, eller linket virker ikke"
    UNCLEAR = "uklart", "noget er svært at forstå"
    BROKEN = "virker-ikke", "siden virker ikke, som den skal"
