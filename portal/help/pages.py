"""The help pages, each declared once; the texts stand in the templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """En hjælpeside: its address and name, and what it helps with."""

    name: str
    path: str
    title: str
    lead: str
    template: str


CONVERSATION = HelpPage(
    name="help_conversation",
    path="samtale",
    title="Vejledningen i en samtale",
    lead="Fra den tomme formular til et svar, du kan bruge sammen med borgeren.",
    template="help/conversation.html",
)
EVIDENCE = HelpPage(
    name="help_evidence",
    path="viden",
    title="Sådan læser du viden",
    lead="Hvad et fund siger, hvad det ikke siger, og hvor sikkert det er.",
    template="help/evidence.html",
)
TIME = HelpPage(
    name="help_time",
    path="tid",
    title="Dage og perioder",
    lead="Hvorfor dagen betyder så meget, og hvad der sker, når et forsøg udløber.",
    template="help/time.html",
)
SEARCH = HelpPage(
    name="help_search",
    path="soegning",
    title="Søg og slå op",
    lead="Find et forsøg, en evaluering eller en anbefaling uden at tale om en borger.",
    template="help/search.html",
)
PRIVACY = HelpPage(
    name="help_privacy",
    path="privatliv",
    title="Privatliv",
    lead="Hvad Vejviser gemmer om borgere: ingenting. Og hvad du selv skal passe på.",
    template="help/privacy.html",
)
CONTACT = HelpPage(
    name="help_contact",
    path="kontakt",
    title="Spørg, eller meld en fejl",
    lead="Hvem der kan hjælpe med hvad.",
    template="help/contact.html",
)
PAGES = (CONVERSATION, EVIDENCE, TIME, SEARCH, PRIVACY, CONTACT)
