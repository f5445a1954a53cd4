"""The trial in the NExTWORK municipalities as an editor writes, tries and exemplifies it."""

from playwright.sync_api import Locator, expect

from tests.journeys.desk import Desk
from tests.journeys.nextwork import GROUP, HEARING, ORDINARY_GROUP, TITLE

SLUG = "nextwork-praktik"
ASSESSMENT = "konkret vurdering"
SPECIAL_NEED = "særligt behov for en længere periode, efter en konkret, individuel vurdering"
WHY = "Dagen ligger i forlængelsen, og ingen erhvervserfaring er nok."
IN_EXTENSION = "01-06-2022"
APPLIES, APPLIES_NOT = "gælder", "gælder ikke"


def write_trial(desk: Desk) -> None:
    """Where, for whom, from when to when, and its three steps; not saved yet."""
    desk.add("trial")
    desk.fill("title", TITLE)
    desk.fill("slug", SLUG)
    desk.fill("summary", "I fire kommuner kunne praktikken vare op til 13 uger i stedet for 4.")
    desk.fill("reservation", "Ugerne er en øvre grænse, ikke en ret til en bestemt længde.")
    desk.search("target_groups", GROUP)
    desk.select("coverage", "kilden navngiver ikke kommunerne")
    desk.fill("municipality_count", "4")
    desk.search("coverage_citation", "linje 78")
    desk.search("ordinary_group", ORDINARY_GROUP)
    desk.fill("ordinary_known_on", "10.11.2021")
    desk.select("limit_unit", "uger")
    desk.fill("ordinary_limit", "4")
    _write_period(desk)
    _write_extension(desk)
    _write_steps(desk)
    desk.add_row("legal_bases")
    desk.fill("legal_bases-0-role", "hjemmel for forsøget")
    desk.search("legal_bases-0-citation", "§ 5")


def _write_period(desk: Desk) -> None:
    """The first day is known only to be 10 November 2021 at the latest."""
    desk.add_row("periods")
    desk.fill("periods-0-start_latest", "10-11-2021")
    desk.search("periods-0-start_citation", "linje 68-70")
    desk.fill("periods-0-end_earliest", "31/03/2022")
    desk.fill("periods-0-end_latest", "2022-03-31")
    desk.search("periods-0-end_citation", "linje 70")


def _write_extension(desk: Desk) -> None:
    """A period of its own with its own source, and the decision that gave it."""
    desk.add_row("periods")
    for end, day in (("start", "01-04-2022"), ("end", "31-12-2022")):
        desk.fill(f"periods-1-{end}_earliest", day)
        desk.fill(f"periods-1-{end}_latest", day)
        desk.search(f"periods-1-{end}_citation", HEARING)
    desk.add_row("decisions")
    desk.select("decisions-0-kind", "forlænget")
    desk.fill("decisions-0-until", "31-12-2022")
    desk.fill("decisions-0-text", "Forsøget er forlænget til og med den 31. december 2022.")
    desk.search("decisions-0-citation", HEARING)
    desk.picture("perioder", desk.page.locator("#periods-group"))
    desk.picture("beslutning", desk.page.locator("#decisions-group"))


def _write_steps(desk: Desk) -> None:
    steps = [("13", []), ("26", [ASSESSMENT]), ("", [ASSESSMENT, SPECIAL_NEED])]
    for number, (weeks, required) in enumerate(steps):
        desk.add_row("steps")
        desk.fill(f"steps-{number}-value", weeks)
        for judgement in required:
            desk.tick(f"steps-{number}-requires", judgement)
        desk.search(f"steps-{number}-citation", "linje 80" if weeks == "13" else "linje 82")


def try_draft(desk: Desk) -> None:
    """Hvem rammer reglen: a young person on a day in the extension, while nothing is saved."""
    panel = _describe_citizen(desk)
    verdict = panel.locator("#hvem-svar").get_by_role("heading")
    expect(verdict).to_have_text("Kan ikke afgøres den 1. juni 2022")
    _reply(panel)
    expect(verdict).to_have_text("Gælder for borgeren den 1. juni 2022")
    desk.picture("hvem-rammer", panel.locator(".trying"), tallest=930)


def _describe_citizen(desk: Desk) -> Locator:
    panel = desk.page.locator("#hvem")
    desk.page.get_by_role("button", name="Prøv på en borger").click()
    panel.get_by_label("Dag", exact=True).fill(IN_EXTENSION)
    _answer(panel, "Deltager kommunen i forsøget?", "ja")
    panel.get_by_label("Alder", exact=True).fill("24")
    panel.get_by_label("Ydelse", exact=True).select_option("uddannelseshjaelp")
    panel.get_by_label("Visitation", exact=True).select_option("uddannelsesparat")
    panel.get_by_role("button", name="Prøv", exact=True).click()
    return panel


def _reply(panel: Locator) -> None:
    _answer(panel, "Har borgeren erhvervserfaring?", "nej")
    panel.get_by_role("button", name="Prøv", exact=True).click()


def _answer(panel: Locator, question: str, reply: str) -> None:
    panel.get_by_role("group", name=question).get_by_label(reply, exact=True).check()


def write_example(desk: Desk) -> None:
    """What the trial must answer to the citizen on whom it was tried, and why."""
    panel = _describe_citizen(desk)
    _reply(panel)
    expect(panel.get_by_text("Gælder for borgeren den 1. juni 2022")).to_be_visible()
    with desk.page.expect_popup() as opened:
        panel.get_by_role("button", name="Skriv et eksempel om denne borger").click()
    example = Desk(opened.value, desk.site)
    expect(example.page.locator("#id_on")).to_have_value(IN_EXTENSION)
    expect(example.page.locator("#id_age")).to_have_value("24")
    example.picture("eksempel")
    example.fill("why", WHY)
    example.select("answer", APPLIES)
    example.save()
    expect(example.page.locator(".messagelist")).to_contain_text("1 eksempel. Det holder.")
    example.page.close()


def take_extension_back(desk: Desk) -> None:
    """The hearing came to nothing: the period goes, and the example says what holds instead."""
    desk.page.locator("#id_periods-1-DELETE").check()
    desk.select("decisions-0-kind", "ikke forlænget")
    desk.fill("decisions-0-until", "")
    desk.fill("decisions-0-text", "Forlængelsen blev ikke vedtaget.")
    desk.fill("why_changed", "Høringen førte ikke til en forlængelse")
    desk.save()
    expect(desk.page.locator(".messagelist")).to_contain_text("holder ikke")
    desk.page.locator(".desk-examples a").first.click()
    desk.select("answer", APPLIES_NOT)
    desk.fill("why", "Dagen ligger efter forsøgets sidste dag.")
    desk.save()
