"""Where each contradiction and gap of the domain catalogue that concerns a trial stands (A7)."""

from typing import Any

NEXTWORK = "nextwork-praktik"
SKILLED = "voksenlaerling-ledighedskrav"
OBSOLETE = "voksenlaerling-foraeldet-uddannelse"
LIST = "voksenlaerling-positivliste"
LENGTH = "jobrotation-varighed"
THRESHOLD = "jobrotation-ledighedskrav"
LIFT = "uddannelsesloeft-nordjylland"
IBBIS = "ibbis"
NEWSLETTER = "nyhedsbrev-forsoeg"

# The rows that hold each of them: (model, natural key).
CONTRADICTIONS: dict[str, list[tuple[str, Any]]] = {
    "C2": [
        ("trialremark", (SKILLED, "forsoegets-nummer")),
        ("trialremark", (OBSOLETE, "forsoegets-nummer")),
    ],
    "C5": [
        ("trialperiod", (NEXTWORK, 1)),
        ("trialclaim", (NEXTWORK, "slut-marts-2022")),
        ("trialclaim", (NEXTWORK, "slut-marts-2023")),
        ("trialremark", (NEXTWORK, "slutdato-er-udledt")),
    ],
    "C6": [("trialremark", (NEXTWORK, "lovforslag-67"))],
    "C7": [
        *(
            (model, (slug, key))
            for slug in (SKILLED, LENGTH, THRESHOLD, LIFT, IBBIS)
            for model, key in (
                ("trialclaim", "beslutning-i-hoering"),
                ("trialclaim", "beslutning-omtalt"),
                ("trialremark", "forlaengelse-i-hoering"),
            )
        ),
        ("trialclaim", (SKILLED, "beslutning-bekraeftet")),
        ("trialclaim", (OBSOLETE, "beslutning-bekraeftet")),
        ("trialclaim", (LIST, "beslutning-bekraeftet")),
    ],
    "C8": [
        ("trialremark", (IBBIS, "covid-formuleringen")),
        ("trialclaim", (IBBIS, "ingen-betingelse-om-covid")),
        ("trialclaim", (IBBIS, "covid-som-aarsag")),
    ],
    "C21": [
        ("trialclaim", (SKILLED, "mere-end-3-maaneder")),
        ("trialclaim", (SKILLED, "3-maaneder-uden-ord")),
        ("trialclaim", (THRESHOLD, "mindst-3-maaneder")),
        ("trialremark", (SKILLED, "mindst-eller-mere-end")),
        ("trialremark", (THRESHOLD, "mindst-eller-mere-end")),
    ],
    "C22": [
        ("trialclaim", (OBSOLETE, "adgang-til-ordningen")),
        ("trialclaim", (OBSOLETE, "adgang-til-uddannelsen")),
        ("trialremark", (OBSOLETE, "ordning-eller-uddannelse")),
    ],
    "C23": [
        ("trialremark", (LENGTH, "tal-fra-andre-kilder")),
        ("trialremark", (THRESHOLD, "tal-fra-andre-kilder")),
    ],
    "C24": [
        (model, (slug, key))
        for slug in (OBSOLETE, LIST)
        for model, key in (("trialdecision", 1), ("trialremark", "slutdato-mangler"))
    ],
    "C25": [
        ("trialremark", (slug, "til-og-med")) for slug in (SKILLED, LENGTH, THRESHOLD, LIFT, IBBIS)
    ],
    "C26": [
        (model, (slug, key))
        for slug in (OBSOLETE, LIST)
        for model, key in (("trialperiod", 1), ("trialremark", "start-i-august-2020"))
    ],
    "C27": [
        ("trialremark", (NEXTWORK, "ord-uden-definition")),
        *(("trialremark", (slug, "hvad-er-foraeldet")) for slug in (SKILLED, OBSOLETE, LIFT)),
    ],
    "C28": [
        ("trialremark", (NEXTWORK, "kommunerne-ikke-navngivet")),
        ("trialremark", (IBBIS, "kommunerne-er-ufuldstaendige")),
    ],
    "C29": [("trialremark", (LIFT, "syv-af-elleve-kommuner"))],
    "C30": [("source", ("nyhedsbrev-evalueringer",)), ("source", (NEWSLETTER,))],
    "C36": [("trialremark", (NEXTWORK, "praktik-over-slutdatoen"))],
    "C38": [
        ("trialperiod", (SKILLED, 1)),
        ("trialclaim", (SKILLED, "start-mellem-to-datoer")),
        ("trialclaim", (SKILLED, "start-august-2020")),
        ("trialclaim", (SKILLED, "start-1-januar-2021")),
        ("trialremark", (SKILLED, "to-startdatoer")),
    ],
    "C39": [
        (model, (slug, key))
        for slug in (LENGTH, THRESHOLD)
        for model, key in (
            ("trialclaim", "aftale-om-oprindelsen"),
            ("trialclaim", "aftale-om-forlaengelsen"),
            ("trialremark", "to-politiske-aftaler"),
        )
    ],
}

# What no row holds, with the reason.
ABSENT = {
    "C33": "relative words of time are never rendered: tests/test_fixtures.py",
    "C35": "a validation message of the profile, not a row",
    "C37": "the page says what is in force today: tests/trials/test_trial_content.py",
}
