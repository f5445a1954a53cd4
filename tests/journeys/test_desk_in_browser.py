"""The desk under the strict policy for content: Django's own pages, nested rows and searches."""

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from evaluations.models import Evaluation
from trials.models import TargetGroup, Trial

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# One of each page that brings scripts or styles of its own.
MODELS = (Trial, TargetGroup, Evaluation)


def test_nothing_on_the_desk_is_refused_by_the_policy(site: str, page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.extend(errors(message)))
    page.on("pageerror", lambda error: refused.append(str(error)))
    log_in(page, site)
    for model in MODELS:
        rows = f"{site}/skrivebord/{model._meta.app_label}/{model._meta.model_name}"
        page.goto(f"{rows}/")
        page.goto(f"{rows}/{model.objects.order_by('pk')[0].pk}/change/")
    page.goto(f"{site}/skrivebord/trials/trial/add/")
    search = page.locator(".select2-selection").first
    search.click()
    expect(page.locator(".select2-results__option").first).to_be_visible()

    assert refused == []


def log_in(page: Page, site: str) -> None:
    page.goto(f"{site}/log-ind/?next=/skrivebord/")
    page.get_by_label("Brugernavn").fill("redaktoer")
    page.get_by_label("Adgangskode").fill("redaktoer-demo")
    page.get_by_role("button", name="Log ind").click()
    expect(page).to_have_url(f"{site}/skrivebord/")


def errors(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type == "error" else []


# Row 80 of the table of bad inputs: fifty thousand letters, with a counter.
def test_a_long_text_tells_how_much_room_is_left(site: str, page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.extend(errors(message)))
    log_in(page, site)
    page.goto(f"{site}/skrivebord/trials/source/add/")
    note = page.get_by_label("Bemærkning", exact=False).first
    counter = page.locator("output.desk-counter")
    note.fill("kort")
    expect(counter).to_have_count(0)
    note.fill("x" * 45_000)
    expect(counter).to_have_text("45.000 af 50.000 tegn.")
    note.fill("x" * 50_001)
    expect(counter).to_have_text("50.001 af 50.000 tegn. Gør teksten kortere.")
    note.fill("kort")
    expect(counter).to_have_text("")
    assert refused == []


def test_the_name_and_the_number_of_a_row_stand_apart_on_a_phone(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    log_in(page, site)
    row = Trial.objects.get(slug="nextwork-praktik")
    page.goto(f"{site}/skrivebord/trials/trial/{row.pk}/change/")
    heading = page.locator("#periods-0 h3")
    word, number = heading.locator("b").bounding_box(), heading.locator("span").first.bounding_box()
    assert word
    assert number
    assert number["x"] - (word["x"] + word["width"]) > 2
