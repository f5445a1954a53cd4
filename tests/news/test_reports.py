"""Meld en fejl: a choice and a short text about a page of ours, never about a citizen."""

import pytest

from portal.models import Edition, Report
from portal.words import Role
from tests.desk.forms import filled, said, saved
from tests.news.conftest import NEXTWORK, browser_of, republish, user_with
from tests.portal.pages import IDENTITY_NUMBER, refused_at, text_of

pytestmark = pytest.mark.django_db

PAGE = f"/forsoeg/{NEXTWORK}/"
REPORT = "/meld-en-fejl/"
TOLD = {"kind": "indhold", "text": "Fristen i andet afsnit er forkert."}
DESK = "/skrivebord/portal/report/"


def about(page=PAGE):
    return f"{REPORT}?side={page}"


@pytest.mark.parametrize("page", ["/", PAGE, "/nyt/", "/hjaelp/", "/vejledning/"])
def test_every_page_leads_to_the_form_about_itself(portal, page):
    (way,) = [
        part.split('"')[0]
        for part in portal.get(page).content.decode().split('href="')
        if part.startswith(REPORT) and not part.startswith(f"{REPORT}mine")
    ]

    assert f"Siden: {page}" in text_of(portal.get(way))


def test_a_report_is_kept_with_the_edition_that_was_shown(portal, caseworker):
    shown = republish(NEXTWORK, summary="Andre ord.")

    assert portal.post(about(), TOLD)["Location"] == "/meld-en-fejl/mine/"
    report = Report.objects.get()
    assert (report.page, report.kind, report.text) == (PAGE, "indhold", TOLD["text"])
    assert (report.edition, report.reported_by) == (shown, caseworker)
    assert "Venter på svar." in text_of(portal.get("/meld-en-fejl/mine/"))


def test_a_report_on_an_earlier_edition_is_about_that_one(portal):
    republish(NEXTWORK, summary="Andre ord.")
    portal.post(about(f"{PAGE}udgaver/1/"), TOLD)

    assert Report.objects.get().edition == Edition.objects.get(
        kind="trial", slug=NEXTWORK, number=1
    )


@pytest.mark.parametrize(
    ("posted", "field", "message"),
    [
        ({"text": "Noget."}, "kind", "Vælg, hvad der er galt."),
        ({"kind": "indhold"}, "text", "Skriv kort, hvad der er galt."),
        ({"kind": "indhold", "text": "\u200b"}, "text", "Teksten består kun af usynlige tegn."),
        ({"kind": "indhold", "text": "a\u202eb"}, "text", "Teksten indeholder skjulte tegn"),
        ({"kind": "indhold", "text": "x" * 501}, "text", "Teksten er for lang: højst 500 tegn."),
        ({"kind": "indhold", "text": f"Borger {IDENTITY_NUMBER}"}, "text", "CPR-nummer"),
        ({"kind": "indhold", "text": "Skriv til ida@mail.dk"}, "text", "ligner en mailadresse"),
        ({"kind": "indhold", "text": "Ring 12 34 56 78"}, "text", "et telefonnummer"),
    ],
)
def test_what_is_wrong_is_told_at_the_field_and_nothing_is_kept(portal, posted, field, message):
    response = portal.post(about(), posted)

    refused_at(response, field, message)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert Report.objects.count() == 0


def test_five_hundred_characters_with_line_breaks_are_not_too_many(portal):
    portal.post(about(), TOLD | {"text": "linje\r\n" * 83})

    assert Report.objects.get().text.count("\n") == 82


@pytest.mark.parametrize(
    "text", ["Ring 12345678", "Ring til 12 34 56 78.", "post@star.dk svarer ikke"]
)
def test_the_address_of_an_authority_may_be_sent_after_a_warning(portal, text):
    assert "Send, som det er." in text_of(portal.post(about(), TOLD | {"text": text}))
    assert portal.post(about(), TOLD | {"text": text, "anyway": "on"}).status_code == 302

    assert Report.objects.get().text == text


@pytest.mark.parametrize("text", ["Perioden er til 31-12-2022.", "LBK 1234 af 2021, 12.345 kr."])
def test_days_and_numbers_of_acts_are_no_telephone_numbers(portal, text):
    assert portal.post(about(), TOLD | {"text": text}).status_code == 302


@pytest.mark.parametrize(
    "page",
    [
        "https://ond.example/",
        "//ond.example/",
        "javascript:alert(1)",
        "/findes-ikke/",
        "/skrivebord/trials/trial/1/change/",
        "/ny-adgangskode/MQ/set-password/",
        "/" + "x" * 400,
    ],
)
def test_only_a_page_of_the_portal_can_be_reported(portal, page):
    for response in (
        portal.get(REPORT, {"side": page}),
        portal.post(REPORT, TOLD, query_params={"side": page}),
    ):
        assert response.status_code == 400
    assert Report.objects.count() == 0


def test_the_key_to_an_account_does_not_stand_in_the_way_to_the_form(client):
    page = client.get("/ny-adgangskode/MQ/en-noegle/").content.decode()

    assert "side=/ny-adgangskode" not in page
    assert "side=%2Fny-adgangskode" not in page


def test_a_report_without_a_page_is_about_none(portal):
    portal.post(REPORT, TOLD)

    assert (Report.objects.get().page, Report.objects.get().edition) == ("", None)


# --- Who may (the matrix: A to the login, S R F yes, D 403) -----------------------------------


@pytest.mark.parametrize("address", [about(), "/meld-en-fejl/mine/"])
def test_a_stranger_logs_in_first(client, address):
    assert client.get(address)["Location"].startswith("/log-ind/?next=/meld-en-fejl/")


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.CASEWORKER, 200), (Role.EDITOR, 200), (Role.PUBLISHER, 200), (Role.ADMINISTRATOR, 403)],
)
@pytest.mark.parametrize("address", [about(), "/meld-en-fejl/mine/"])
def test_each_role_reports_as_the_matrix_says(role, status, address):
    assert browser_of(user_with(role)).get(address).status_code == status


def test_an_administrator_posts_nothing():
    assert browser_of(user_with(Role.ADMINISTRATOR)).post(about(), TOLD).status_code == 403
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "status"), [(Role.EDITOR, 200), (Role.PUBLISHER, 200), (Role.ADMINISTRATOR, 403)]
)
def test_editors_and_publishers_work_them_off(role, status):
    assert browser_of(user_with(role)).get(DESK).status_code == status


@pytest.mark.slow
def test_the_one_who_reported_reads_the_answer(portal):
    portal.post(about(), TOLD)
    report = Report.objects.get()
    editor = browser_of(user_with(Role.EDITOR))
    assert TOLD["text"] in text_of(editor.get(f"{DESK}?stand=venter"))

    page = f"{DESK}{report.pk}/change/"
    assert f'<a href="{PAGE}">Se på portalen</a>' in editor.get(page).content.decode()
    assert "/portal/user/" not in editor.get(page).content.decode()
    assert "Besvaret af: ikke oplyst" in text_of(editor.get(page))
    response = filled(editor, page, form_id="^report_form$", answer="Rettet i udgave 2.").post()
    assert saved(response), said(response)

    assert TOLD["text"] not in text_of(editor.get(f"{DESK}?stand=venter"))
    assert TOLD["text"] in text_of(editor.get(f"{DESK}?stand=besvaret"))
    assert "Rettet i udgave 2." in text_of(portal.get("/meld-en-fejl/mine/"))
    assert Report.objects.get().handled_by.username == "prøve-redaktør"


@pytest.mark.slow
@pytest.mark.parametrize("answer", ["", f"Se {IDENTITY_NUMBER}", "x" * 501])
def test_an_answer_is_a_short_text_without_a_person(portal, answer):
    portal.post(about(), TOLD)
    page = f"{DESK}{Report.objects.get().pk}/change/"
    browser = browser_of(user_with(Role.EDITOR))
    response = filled(browser, page, form_id="^report_form$", answer=answer).post()

    assert not saved(response)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert Report.objects.get().handled_at is None


def test_a_report_on_no_page_leads_to_none(portal):
    editor = browser_of(user_with(Role.EDITOR))
    for address in (about(), REPORT):
        portal.post(address, TOLD)
    on_a_page, on_none = (f"{DESK}{each.pk}/change/" for each in Report.objects.order_by("pk"))

    assert "Se på portalen" in text_of(editor.get(on_a_page))
    assert "Se på portalen" not in text_of(editor.get(on_none))


def test_an_answer_that_turns_the_reading_is_refused(portal):
    portal.post(about(), TOLD)
    editor = browser_of(user_with(Role.EDITOR))
    page = f"{DESK}{Report.objects.get().pk}/change/"
    response = filled(editor, page, form_id="report_form", answer="Rettet \u202ei dag").post()

    assert any("Teksten indeholder skjulte tegn" in each for each in said(response))
    assert Report.objects.get().handled_at is None
