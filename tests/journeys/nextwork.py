"""What an editor reads in the newsletter and types: the trial in the NExTWORK municipalities.

From item 2 of the newsletter (lines 68 to 82) and order 1755 of 2021, in our own words. No source
knows of an extension: the hearing is made up, to show how one is written and taken back.
"""

from playwright.sync_api import expect

from tests.journeys.desk import Desk

NEWSLETTER = "Nyhedsbrev om praktik i NExTWORK"
ORDER = "Bekendtgørelse nr. 1755 fra 2021"
HEARING = "Høring om forlængelse (opdigtet til øvelsen)"
TITLE = "Længere virksomhedspraktik i NExTWORK-kommunerne"
GROUP = "Uddannelsesparate i NExTWORK-kommunerne"
ORDINARY_GROUP = "Personer i LAB § 6, nr. 4"
STATED, INFERRED = "står i kilden", "udledt af kilden"
NUMBER_FOUR = ("LAB-målgruppe", "er en af", "nr. 4 (uddannelsesparate)")
CHOICE = "har ikke erhvervserfaring, borgeren har langvarig ledighed eller"
NOT_OBVIOUSLY = ("visitation", "er ingen af", "åbenlyst uddannelsesparat")

PLACES = {
    "linje 68-70": (INFERRED, "Forsøget var ikke lige begyndt, da teksten blev skrevet."),
    "linje 70": (INFERRED, "Teksten giver marts uden årstal; vi læser 2022."),
    "linje 74": (STATED, ""),
    "linje 78": (STATED, ""),
    "linje 80": (STATED, ""),
    "linje 82": (STATED, ""),
}


def write_sources(desk: Desk) -> None:
    """The newsletter with the six places that carry the trial; the order; and the hearing."""
    desk.add("source")
    desk.fill("title", NEWSLETTER)
    desk.select("kind", "nyhedsbrev")
    for number, (place, (status, note)) in enumerate(PLACES.items()):
        desk.add_row("citations")
        _write_place(desk, number, place, status, note)
    desk.save()
    desk.picture("kilde", desk.page.locator("#citations-group"), tallest=620)
    desk.add("source")
    desk.fill("eli", "https://www.retsinformation.dk/eli/lta/2021/1755")
    _write_short_source(desk, ORDER, "bekendtgørelse", "§ 5")
    desk.add("source")
    _write_short_source(desk, HEARING, "høring", "brevets side 1")


def _write_short_source(desk: Desk, title: str, kind: str, place: str) -> None:
    """A source of which one place is used."""
    desk.fill("title", title)
    desk.select("kind", kind)
    desk.add_row("citations")
    _write_place(desk, 0, place, STATED, "")
    desk.save()


def _write_place(desk: Desk, number: int, place: str, status: str, note: str) -> None:
    desk.fill(f"citations-{number}-place", place)
    desk.select(f"citations-{number}-status", status)
    desk.fill(f"citations-{number}-note", note)


def write_groups(desk: Desk) -> None:
    """Whom the ordinary limit concerns, and whom the trial does: and one condition has a choice."""
    desk.add("targetgroup")
    desk.fill("name", ORDINARY_GROUP)
    desk.search("citation", "linje 74")
    _write_condition(desk, 0, "linje 74", [NUMBER_FOUR])
    desk.save()
    desk.add("targetgroup")
    desk.fill("name", GROUP)
    desk.search("citation", "linje 80")
    _write_condition(desk, 0, "linje 78", [NUMBER_FOUR])
    _write_condition(desk, 1, "linje 80", [NOT_OBVIOUSLY])
    _write_condition(
        desk,
        2,
        "linje 80",
        [
            ("erhvervserfaring", "", "nej"),
            ("langvarig ledighed", "", "ja"),
            ("svært ved at få job med løntilskud", "", "ja"),
        ],
    )
    expect(desk.page.locator("#med-ord li").last).to_contain_text(CHOICE)
    desk.picture("maalgruppe", desk.page.locator("#conditions-2"))
    desk.picture("med-ord", desk.page.locator(".words"))
    desk.save()


def _write_condition(
    desk: Desk, number: int, place: str, alternatives: list[tuple[str, str, str]]
) -> None:
    desk.add_row("conditions")
    desk.search(f"conditions-{number}-citation", place)
    for row, (attribute, comparison, value) in enumerate(alternatives):
        prefix = f"conditions-{number}-alternatives"
        desk.add_row(prefix)
        desk.select(f"{prefix}-{row}-attribute", attribute)
        if comparison:  # yes or no has nothing to compare
            desk.select(f"{prefix}-{row}-comparison", comparison)
        desk.tick_value(f"{prefix}-{row}", attribute, value)
