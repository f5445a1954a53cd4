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
