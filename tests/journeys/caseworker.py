"""What a caseworker does on the pages, step by step."""

from playwright.sync_api import Locator, Page, expect


def log_in(page: Page, site: str, who: str = "sagsbehandler") -> None:
    page.goto(f"{site}/vejledning/")
    page.get_by_label("Brugernavn").fill(who)
    page.get_by_label("Adgangskode").fill(f"{who}-demo")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vejledning")


def answer(page: Page, question: str, reply: str) -> None:
    """Answer an open question on the spot; all but the first are folded away."""
    asked = page.locator("fieldset.question").filter(has_text=question)
    closed = page.locator("#flere-spoergsmaal:not([open]) > summary")
    if not asked.is_visible() and closed.count():
        closed.click()
    asked.get_by_role("button", name=reply).click()


def show(page: Page) -> None:
    page.get_by_role("button", name="Vis vejledning").click()


def describe_a_young_person(page: Page, on: str = "01-12-2021") -> None:
    expect(page.get_by_label("Kommune", exact=True)).to_have_value("0101")
    page.get_by_label("Dag", exact=True).fill(on)
    page.get_by_label("Alder", exact=True).fill("24")
    page.get_by_label("Ydelse", exact=True).select_option("uddannelseshjaelp")
    page.get_by_label("Visitation", exact=True).select_option("uddannelsesparat")
    page.get_by_text("Deltager jeres kommune? ·").click()
    taking_part = "Deltager jeres kommune i forsøget ”Længere virksomhedspraktik"
    page.get_by_role("group", name=taking_part).get_by_label("ja", exact=True).check()
    show(page)


def trial(page: Page) -> Locator:
    return page.locator("#nextwork-praktik")
