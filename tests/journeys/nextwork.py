"""What an editor reads in the newsletter and types: the trial in the NExTWORK municipalities.

From item 2 of the newsletter (lines 68 to 82) and order 1755 of 2021, in our own words.
"""

from tests.journeys.desk import Desk

NEWSLETTER = "Nyhedsbrev om praktik i NExTWORK"
ORDER = "Bekendtgørelse nr. 1755 fra 2021"
TITLE = "Længere virksomhedspraktik i NExTWORK-kommunerne"
GROUP = "Uddannelsesparate i NExTWORK-kommunerne"
ORDINARY_GROUP = "Personer i LAB § 6, nr. 4"
STATED, INFERRED = "står i kilden", "udledt af kilden"
NUMBER_FOUR = ("LAB-målgruppe", "er en af", "nr. 4 (uddannelsesparate)")
NOT_OBVIOUSLY = ("visitation", "er ingen af", "åbenlyst uddannelsesparat")
ASSESSMENT = "konkret vurdering"
SPECIAL_NEED = "særligt behov for en længere periode, efter en konkret, individuel vurdering"

PLACES = {
    "linje 68-70": (INFERRED, "Forsøget var ikke lige begyndt, da teksten blev skrevet."),
    "linje 70": (INFERRED, "Teksten giver marts uden årstal; vi læser 2022."),
    "linje 74": (STATED, ""),
    "linje 78": (STATED, ""),
    "linje 80": (STATED, ""),
    "linje 82": (STATED, ""),
}


def write_sources(desk: Desk) -> None:
    """The newsletter with the six places that carry the trial, and the order that allows it."""
    desk.add("source")
    desk.fill("title", NEWSLETTER)
    desk.select("kind", "nyhedsbrev")
    for number, (place, (status, note)) in enumerate(PLACES.items()):
        desk.add_row("citations")
        _write_place(desk, number, place, status, note)
    desk.save()
    desk.picture("kilde")
    desk.add("source")
    desk.fill("title", ORDER)
    desk.select("kind", "bekendtgørelse")
    desk.fill("eli", "https://www.retsinformation.dk/eli/lta/2021/1755")
    desk.add_row("citations")
    _write_place(desk, 0, "§ 5", STATED, "")
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
    desk.save()
    desk.picture("maalgruppe")


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


def write_trial(desk: Desk) -> None:
    """The trial: where, for whom, from when to when, and its three steps."""
    desk.add("trial")
    desk.fill("title", TITLE)
    desk.fill("slug", "nextwork-praktik")
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
    _write_steps(desk)
    desk.add_row("legal_bases")
    desk.fill("legal_bases-0-role", "hjemmel for forsøget")
    desk.search("legal_bases-0-citation", "§ 5")
    desk.save()


def _write_period(desk: Desk) -> None:
    """The first day is known only to be 10 November 2021 at the latest."""
    desk.add_row("periods")
    desk.fill("periods-0-start_latest", "10-11-2021")
    desk.search("periods-0-start_citation", "linje 68-70")
    desk.fill("periods-0-end_earliest", "31/03/2022")
    desk.fill("periods-0-end_latest", "2022-03-31")
    desk.search("periods-0-end_citation", "linje 70")


def _write_steps(desk: Desk) -> None:
    steps = [("13", []), ("26", [ASSESSMENT]), ("", [ASSESSMENT, SPECIAL_NEED])]
    for number, (weeks, required) in enumerate(steps):
        desk.add_row("steps")
        desk.fill(f"steps-{number}-value", weeks)
        for judgement in required:
            desk.tick(f"steps-{number}-requires", judgement)
        desk.search(f"steps-{number}-citation", "linje 80" if weeks == "13" else "linje 82")
