"""What an address may ask of a list of the desk: its own filters, and nothing else (row 30)."""

from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse

from portal.models import Edition, User
from portal.rights import Act, page_named
from trials.models import Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

USERS = "/skrivebord/portal/user/"
MUNICIPALITIES = "/skrivebord/trials/municipality/"
TRIALS = "/skrivebord/trials/trial/"
EDITIONS = "/skrivebord/portal/edition/"
CHANGES = "/skrivebord/portal/change/"


def is_open(model: Any) -> bool:
    """Whether anybody may read the list of the model."""
    page = page_named(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return page is not None and page.read is not Act.NOBODY


# Every model with a list of its own on the desk.
LISTED: list[Any] = list(filter(is_open, site._registry))
NO_KEYS = ["abc", "\x00", "9" * 5000, "9" * 30, "٣", "-1", ""]


@pytest.mark.parametrize(
    "lookup",
    [
        "password__startswith=pbkdf2",
        "password=!",
        "is_superuser__exact=1",
        "username__regex=(",
        "username=rod",
        "groups__name=administrator",
        "id__range=1",
        "last_login__gt=2020-01-01",
        "is_active__in=1",
        "home_municipality__name__exact=Aarhus",
        "is_active__exact=%00",
    ],
)
def test_the_list_of_users_has_no_lookups_but_its_filters(
    administrator: Client, lookup: str
) -> None:
    assert administrator.get(f"{USERS}?{lookup}").status_code == 400


@pytest.mark.parametrize("field", [field.name for field in User._meta.get_fields()])
@pytest.mark.parametrize("ending", ["", "__startswith", "__gte", "__in", "__regex"])
def test_no_column_of_a_user_can_be_guessed_at(
    administrator: Client, field: str, ending: str
) -> None:
    assert administrator.get(f"{USERS}?{field}{ending}=1").status_code == 400


def test_an_administrator_does_not_ask_which_trials_name_a_municipality(
    administrator: Client,
) -> None:
    trial = Trial.objects.earliest("pk")
    address = f"{MUNICIPALITIES}?trials__id__exact={trial.pk}"
    assert administrator.get(address).status_code == 400


@pytest.mark.parametrize(
    "lookup",
    ["title__regex=(", "title__iregex=[", "slug__regex=*", "id__range=1", "id__gt=1", "hvad=1"],
)
@pytest.mark.parametrize("address", [TRIALS, EDITIONS])
def test_nonsense_in_the_address_of_a_list_is_refused(
    publisher: Client, address: str, lookup: str
) -> None:
    assert publisher.get(f"{address}?{lookup}").status_code == 400


@pytest.mark.parametrize(
    "lookup",
    ["coverage__exact=nationwide", "municipalities__id__exact=1", "municipalities__isnull=True"],
)
def test_the_filters_that_a_list_offers_work(publisher: Client, lookup: str) -> None:
    assert publisher.get(f"{TRIALS}?{lookup}").status_code == 200


@pytest.mark.parametrize(
    "lookup", ["hvem=nul", "hvem=0", "hvem=databasen ", "hvad=alt", "hvad=", "hvem=1 OR 1=1"]
)
def test_a_code_that_the_trail_does_not_know_is_refused_and_not_ignored(
    publisher: Client, lookup: str
) -> None:
    response = publisher.get(f"{CHANGES}?{lookup}")
    assert response.status_code == 400
    assert "Vælg et på listen." in response.content.decode()


@pytest.mark.parametrize(
    "address", ["trials/source/?dag=i-dag", "portal/report/?stand=glemt", "trials/source/?dag="]
)
def test_a_code_that_a_list_does_not_know_is_refused(publisher: Client, address: str) -> None:
    assert publisher.get(f"/skrivebord/{address}").status_code == 400


def test_a_role_that_there_is_not_is_refused(administrator: Client) -> None:
    assert administrator.get(f"{USERS}?rolle=konge").status_code == 400
    assert administrator.get(f"{USERS}?rolle=redaktør").status_code == 200


@pytest.mark.parametrize("key", NO_KEYS)
def test_a_filter_with_a_broken_value_is_no_failure(publisher: Client, key: str) -> None:
    for name in ("municipalities__id__exact", "municipalities__isnull", "coverage__exact"):
        response = publisher.get(f"{TRIALS}?{name}={quote(key)}")
        assert response.status_code in {200, 302, 400}, name
        if response.status_code == 302:
            assert response["Location"].endswith("?e=1")


def test_editions_are_narrowed_down_by_day(publisher: Client) -> None:
    day = Edition.objects.latest("published_at").published_at
    for lookup in (f"year={day.year}", f"year={day.year}&published_at__month={day.month}"):
        assert publisher.get(f"{EDITIONS}?published_at__{lookup}").status_code == 200


@pytest.mark.parametrize("year", ["9999", "0", "99999999999", "9" * 5000, "x", "-1"])
def test_a_year_that_no_edition_can_have_is_refused(publisher: Client, year: str) -> None:
    assert publisher.get(f"{EDITIONS}?published_at__year={year}").status_code == 400


@pytest.mark.parametrize("key", NO_KEYS)
def test_choosing_what_can_be_no_row_is_told_and_publishes_nothing(
    publisher: Client, key: str
) -> None:
    before = Edition.objects.count()
    chosen = {"action": "publish_chosen", "_selected_action": key}
    response = publisher.post(TRIALS, chosen, follow=True)

    assert response.status_code == 200
    assert "Vælg en eller flere rækker på listen." in response.content.decode()
    assert Edition.objects.count() == before


@pytest.mark.slow
@pytest.mark.parametrize("model", LISTED, ids=str)
def test_every_filter_shown_on_a_list_can_be_followed(model: Any) -> None:
    publisher = Client()
    publisher.force_login(User.objects.create_superuser("rod"))
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    shown = publisher.get(address)
    for spec in shown.context["cl"].filter_specs:
        for choice in spec.choices(shown.context["cl"]):
            assert publisher.get(address + choice["query_string"]).status_code == 200, choice
