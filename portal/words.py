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
