"""What each page is for: by the name of its address, what reading and posting it takes.

A page that is in no row is closed to everyone, and a test fails.
"""

from dataclasses import dataclass

from portal.rights.matrix import Act


@dataclass(frozen=True, slots=True)
class Page:
    """What it takes to read the page, and to post to it; None where that is never done."""

    read: Act | None
    post: Act | None = None

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that the page answers."""
        return (*(("GET", "HEAD") if self.read else ()), *(("POST",) if self.post else ()))

    def acts(self, method: str) -> tuple[Act, ...]:
        """What a request is to do: whoever may not read a page may not post to it either."""
        asked = (self.read, self.post if method == "POST" else None)
        return tuple(act for act in asked if act)


OPEN, FORM = Page(Act.OPEN), Page(Act.OPEN, Act.OPEN)
LIBRARY, EARLIER = Page(Act.LIBRARY), Page(Act.EARLIER)
GUIDANCE = Page(Act.GUIDE, Act.GUIDE)
ACCOUNT = Page(Act.ACCOUNT, Act.ACCOUNT)
DESK, NOBODY, NEVER = Page(Act.DESK), Page(Act.NOBODY), Page(Act.NEVER, Act.NEVER)
PUBLISHING = Page(Act.PUBLISH, Act.PUBLISH)

PAGES = {
    "front": OPEN,
    "help": OPEN,
    "help_conversation": OPEN,
    "help_evidence": OPEN,
    "help_time": OPEN,
    "help_search": OPEN,
    "help_privacy": OPEN,
    "help_contact": OPEN,
    "glossary": OPEN,
    "accessibility": OPEN,
    "login": FORM,
    "logout": Page(None, Act.OPEN),
    "password_reset": FORM,
    "password_reset_done": OPEN,
    "password_reset_confirm": FORM,
    "password_reset_complete": OPEN,
    "password_change": ACCOUNT,
    "password_change_done": Page(Act.ACCOUNT),
    "search": LIBRARY,
    "timeline": LIBRARY,
    "evidence_map": LIBRARY,
    "comparison": LIBRARY,
    "disagreements": LIBRARY,
    "news": LIBRARY,
    "news_feed": LIBRARY,
    "news_calendar": LIBRARY,
    "following": Page(Act.FOLLOW, Act.FOLLOW),
    "stop_following": Page(None, Act.FOLLOW),
    "report": Page(Act.REPORT, Act.REPORT),
    "own_reports": Page(Act.REPORT),
    "trial_list": LIBRARY,
    "trial": LIBRARY,
    "trial_edition": EARLIER,
    "programme_list": LIBRARY,
    "programme": LIBRARY,
    "programme_edition": EARLIER,
    "evaluation_list": LIBRARY,
    "evaluation": LIBRARY,
    "evaluation_edition": EARLIER,
    "recommendation_list": LIBRARY,
    "recommendation": LIBRARY,
    "recommendation_edition": EARLIER,
    "download": Page(Act.EXPORT),
    "guidance": GUIDANCE,
    "guidance_sheet": GUIDANCE,
    "guidance_pdf": GUIDANCE,
    "admin:index": DESK,
    "admin:app_list": DESK,
    "admin:autocomplete": DESK,
    "admin:jsi18n": DESK,
    "admin:login": NOBODY,
    "admin:logout": Page(None, Act.OPEN),
    "admin:password_change": ACCOUNT,
    "admin:password_change_done": Page(Act.ACCOUNT),
    "admin:view_on_site": NOBODY,
    "admin:publish": PUBLISHING,
    "admin:publish_chosen": PUBLISHING,
    "admin:withdraw": PUBLISHING,
    "admin:send": Page(Act.SEND, Act.SEND),
    "admin:take_back": Page(Act.SEND, Act.SEND),
    "admin:send_back": PUBLISHING,
    "admin:undo": PUBLISHING,
    "admin:table": Page(Act.IMPORT, Act.IMPORT),
    "admin:table_export": Page(Act.DRAFTS),
    "admin:review": Page(None, Act.REVIEW),
    "admin:preview": Page(Act.DRAFTS),
    "admin:compare": Page(Act.DRAFTS),
    "admin:disagreements": Page(Act.DRAFTS),
    "admin:trials_citation_confirm": Page(Act.WRITE, Act.WRITE),
    # Django's own: an address without its last slash, or a row without the word after it.
    "admin:": DESK,
}

Rows = dict[str, Page]

CLOSED: Rows = dict.fromkeys(("changelist", "add", "change", "delete", "history"), NOBODY)


def read_only(act: Act) -> Rows:
    """The pages of rows that nobody writes here."""
    return {
        "changelist": Page(act),
        "add": NEVER,
        "change": Page(act, Act.NEVER),
        "delete": NEVER,
        "history": Page(act),
    }


CONTENT: Rows = {
    "changelist": Page(Act.DRAFTS, Act.WRITE),
    "add": Page(Act.WRITE, Act.WRITE),
    "change": Page(Act.DRAFTS, Act.WRITE),
    "delete": Page(Act.DELETE, Act.DELETE),
    "history": Page(Act.DRAFTS),
}
# The pages that Django gives to each list of the desk, by app and model.
MODELS: dict[str, Rows] = {
    "trials_source": CONTENT,
    "trials_citation": CONTENT,
    "trials_targetgroup": CONTENT,
    "trials_trial": CONTENT,
    "trials_workedexample": CONTENT,
    "evaluations_organisation": CONTENT,
    "evaluations_programme": CONTENT,
    "evaluations_evaluation": CONTENT,
    "evaluations_finding": read_only(Act.DRAFTS),  # written on the page of their evaluation
    "recommendations_recommendation": CONTENT,
    # What a role may do stands in code, and who has it is told with the user.
    "auth_group": CLOSED,
    "trials_municipality": {
        "changelist": Page(Act.READ_CODES, Act.CODES),
        "add": NEVER,
        "change": Page(Act.READ_CODES, Act.CODES),
        "delete": NEVER,
        "history": Page(Act.READ_CODES),
    },
    "trials_participation": {
        "changelist": Page(Act.PARTICIPATION),
        "add": Page(Act.PARTICIPATION, Act.PARTICIPATION),
        "change": Page(Act.PARTICIPATION, Act.PARTICIPATION),
        "delete": Page(Act.PARTICIPATION, Act.PARTICIPATION),
        "history": Page(Act.PARTICIPATION),
    },
    "portal_user": {
        "changelist": Page(Act.USERS),
        "add": Page(Act.USERS, Act.USERS),
        "change": Page(Act.USERS, Act.USERS),
        "delete": NEVER,
        "history": Page(Act.USERS),
    },
    "portal_report": {
        "changelist": Page(Act.REVIEW),
        "add": NEVER,
        "change": Page(Act.REVIEW, Act.REVIEW),
        "delete": NEVER,
        "history": Page(Act.REVIEW),
    },
    "portal_change": read_only(Act.TRAIL),
    "portal_edition": read_only(Act.DRAFTS),
}


def page_named(name: str) -> Page | None:
    """The row of the page whose address has that name; None when it is in no row."""
    if name in PAGES:
        return PAGES[name]
    model, _, page = name.removeprefix("admin:").rpartition("_")
    return MODELS.get(model, {}).get(page)
