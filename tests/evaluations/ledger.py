"""Where each finding, recommendation and contradiction of the domain catalogue stands (A4 to A7).

Keys are the catalogue's numbers, values natural keys of rows in the fixtures.
"""

from typing import Any

HANDICAP = "handicappuljer-2019"
APPRENTICES = "voksenlaerling-star-2023"
MORE = "flere-skal-med-ii"
RAMBOELL = "social-stoette-ramboell-2021"
VIVE = "social-stoette-vive-2023"
ONE_PLAN = "en-plan-vive"
IBBIS = "ibbis-star-2024"

FINDINGS = {
    "F1": (HANDICAP, "positiv-udvikling"),
    "F2": (HANDICAP, "taettere-paa-arbejdsmarkedet"),
    "F3": (HANDICAP, "tilfredshed"),
    "F4": (HANDICAP, "oplevet-udbytte"),
    "F5": (HANDICAP, "livsglaede"),
    "F6": (HANDICAP, "kan-mere"),
    "F7": (HANDICAP, "tro-paa-sig-selv"),
    "F8": (APPRENTICES, "flere-voksenlaerlinge"),
    "F9": (APPRENTICES, "forsoegenes-andel"),
    "F10": (APPRENTICES, "antal-via-forsoegene"),
    "F11": (APPRENTICES, "resten-er-ufaglaerte"),
    "F12": (APPRENTICES, "antal-via-ledighedskravet"),
    "F13": (APPRENTICES, "positivlisten"),
    "F14": (APPRENTICES, "baggrund-som-ufaglaert"),
    "F15": (APPRENTICES, "omsorg-sundhed-paedagogik"),
    "F16": (APPRENTICES, "sosu-uddannelserne"),
    "F17": (MORE, "borgere-i-job"),
    "F18": (MORE, "staerkt-jobrettet-fokus"),
    "F19": (MORE, "flere-i-loentimer"),
    "F20": (MORE, "faa-loentimer-som-trin"),
    "F21": (MORE, "modellen-er-forankret"),
    "F22": (MORE, "taet-kontakt-er-noeglen"),
    "F23": (RAMBOELL, "ordinaer-beskaeftigelse"),
    "F24": (RAMBOELL, "stoettet-beskaeftigelse"),
    "F25": (RAMBOELL, "virksomhedsrettet-indsats"),
    "F26": (RAMBOELL, "trivsel"),
    "F27": (RAMBOELL, "trivsel-og-overgang-til-job"),
    "F28": (RAMBOELL, "faelles-mindset"),
    "F30": (RAMBOELL, "fastholdelse-virksomhedsrettet"),
    "F31": (RAMBOELL, "fastholdelse-ordinaer"),
    "F32": (VIVE, "start-i-virksomhedsrettet-indsats"),
    "F33": (VIVE, "beskaeftigelse"),
    "F34": (VIVE, "praktik-og-beskaeftigelse"),
    "F35": (VIVE, "fastholdelse-virksomhedsrettet"),
    "F36": (VIVE, "fastholdelse-ordinaer"),
    "F37": (VIVE, "uddannelse"),
    "F38": (VIVE, "foertidspension-eller-ressourceforloeb"),
    "F39": (VIVE, "egen-laege"),
    "F40": (VIVE, "hospitalshenvendelser"),
    "F41": (VIVE, "handicapydelser"),
    "F42": (ONE_PLAN, "bedre-samarbejde"),
    "F43": (ONE_PLAN, "job-uddannelse-trivsel-helbred"),
    "F44": (ONE_PLAN, "samlet-konklusion"),
    "F45": (ONE_PLAN, "ingen-forbedring"),
    "F46": (ONE_PLAN, "kommunerne-ser-flere-i-beskaeftigelse"),
    "F47": (ONE_PLAN, "mere-tempo"),
    "F48": (ONE_PLAN, "langvarige-forloeb-afsluttet"),
    "F49": (ONE_PLAN, "fuldtidsarbejde-som-maal"),
    "F50": (ONE_PLAN, "maal-opfyldt"),
    "F51": (ONE_PLAN, "cases-med-job"),
    "F52": (ONE_PLAN, "uddannelse-som-maal"),
    "F53": (ONE_PLAN, "uddannelse-begyndt-eller-paa-vej"),
    "F54": (ONE_PLAN, "job-og-trivsel-sideloebende"),
    "F55": (ONE_PLAN, "foraelder-i-arbejde"),
    "F56": (ONE_PLAN, "forventede-udgifter"),
    "F57": (ONE_PLAN, "erfarede-omkostninger"),
    "F58": (ONE_PLAN, "usikkerhed-om-oekonomi"),
}
FINDINGS_ABSENT = {"F29": "the catalogue does not use the number"}
LATER_FINDINGS = {(IBBIS, "beskaeftigelse"), (IBBIS, "merudgifter")}  # B9, outside the five texts

RECOMMENDATIONS = {
    "R1": "individuelt-tilrettelagt",
    "R2": "god-tid",
    "R3": "arbejd-med-barrierer",
    "R4": "praktisk-traening",
    "R5": "fast-kontaktperson",
    "R6": "vedvarende-kontakt-og-stoette",
    "R7": "stoette-til-borger-og-arbejdsplads",
    "R8": "jobrettet-spor-fra-starten",
    "R9": "jobmaal",
    "R10": "loentimer",
    "R11": "taet-kontakt-og-inddragelse",
    "R12": "tvaerfagligt-opstartsmoede",
    "R13": "faelles-plan",
    "R14": "virksomhedsrettet-indsats",
    "R15": "cti-stoette",
    "R16": "faelles-mindset",
    "R17a": "en-plan-for-borgeren",
    "R17b": "faerre-indgange",
    "R17c": "progressionsmaalinger",
    "R17d": "integrerede-maal",
    "R18": "job-og-trivsel-paa-samme-tid",
    "R19": "uddannelsesmaal-i-min-plan",
    "R20": "jobmaal-paa-vejen-til-uddannelse",
}

# Each contradiction or gap that concerns evidence, and the rows that tell of it.
CONTRADICTIONS: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
    "C1": [
        ("evaluations.findingcitation", (HANDICAP, "positiv-udvikling", 2)),
        ("evaluations.evaluationclaim", (HANDICAP, "omfattende-stoette")),
        ("evaluations.evaluationremark", (HANDICAP, "omfattede-eller-omfattende")),
    ],
    "C2": [
        ("evaluations.evaluationclaim", (APPRENTICES, "foerste-forsoeg")),
        ("evaluations.evaluationclaim", (APPRENTICES, "forsoeg-2")),
        ("evaluations.evaluationremark", (APPRENTICES, "forsoegets-nummer")),
    ],
    "C3": [
        ("evaluations.programmeclaim", ("social-stoette-i-job", "igangsat-2017")),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "igangsat-2018")),
        ("evaluations.programmeremark", ("social-stoette-i-job", "start-2017-eller-2018")),
    ],
    "C4": [
        ("evaluations.organisation", ("social-og-boligstyrelsen",)),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "navn-social-og-boligstyrelsen")),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "navn-socialstyrelsen")),
    ],
    "C9": [
        ("evaluations.programmeclaim", ("flere-skal-med-ii", "tre-puljer-fra-adressen")),
        ("evaluations.programmeclaim", ("bedre-indsats-ressourceforloeb", "navn-fra-adressen")),
        ("evaluations.programmeclaim", ("afklaringspuljen", "navn-fra-adressen")),
        ("evaluations.evaluationremark", (MORE, "puljerne-navngivet-i-adressen")),
    ],
    "C10": [("evaluations.evaluationremark", (MORE, "ikke-alle-lykkedes"))],
    "C11": [("evaluations.evaluationremark", (MORE, "faa-loentimer"))],
    "C12": [
        ("evaluations.programmeclaim", ("ips", "navn-individuelt-planlagt-stoette")),
        ("evaluations.programmeremark", ("ips", "to-navne")),
    ],
    "C13": [("evaluations.evaluationremark", (ONE_PLAN, "uklart-hvad-40-procent-daekker"))],
    "C14": [
        ("evaluations.findingcitation", (VIVE, "beskaeftigelse", 3)),
        ("evaluations.evaluationremark", (VIVE, "beskaeftigelse-eller-almindeligt-job")),
    ],
    "C15": [
        ("evaluations.findingcitation", (RAMBOELL, "fastholdelse-ordinaer", 1)),
        ("evaluations.evaluationremark", (RAMBOELL, "kilderne-naevner-forskelligt")),
    ],
    "C16": [("evaluations.evaluationremark", (VIVE, "ingen-paavist-effekt"))],
    "C17": [("evaluations.evaluationremark", (VIVE, "fordobling-er-sammenhaeng"))],
    "C18": [("evaluations.evaluationremark", (VIVE, "udtalelse-er-ikke-et-fund"))],
    "C19": [
        ("trials.alternative", ("undersoegt-social-stoette", 3, 1)),
        ("evaluations.evaluationremark", (RAMBOELL, "over-30")),
    ],
    "C20": [("evaluations.evaluationremark", (RAMBOELL, "ledighed-ikke-defineret"))],
    "C26": [
        ("trials.source", ("rapport-social-stoette-ramboell-2021",)),
        ("trials.source", ("sbst-effekter-3-aar-efter",)),
    ],
    "C27": [
        ("evaluations.programmeremark", ("en-plan", "komplekse-udfordringer-ikke-defineret")),
        ("evaluations.programmeremark", ("flere-skal-med-ii", "udsatte-ledige-ikke-defineret")),
    ],
    "C28": [
        ("evaluations.programmeremark", ("social-stoette-i-job", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("nextwork", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("en-plan", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("flere-skal-med-ii", "ukendt-hvem-hvornaar")),
        (
            "evaluations.programmeremark",
            ("pulje-virksomhedsrettet-handicap", "ukendt-hvem-hvornaar"),
        ),
    ],
    "C30": [
        ("evaluations.evaluationremark", (HANDICAP, "dag-ikke-oplyst")),
        ("evaluations.evaluationremark", (MORE, "dag-ikke-oplyst")),
        ("evaluations.evaluationclaim", (RAMBOELL, "aaret-2021")),
        ("evaluations.evaluationremark", (ONE_PLAN, "udgivelsesaar")),
    ],
    "C31": [
        ("evaluations.evaluationremark", (HANDICAP, "evaluator-ikke-oplyst")),
        ("evaluations.evaluationclaim", (APPRENTICES, "evaluator-styrelsen")),
        ("evaluations.evaluationremark", (MORE, "evaluator-ikke-oplyst")),
    ],
    "C32": [
        ("evaluations.evaluationclaim", (APPRENTICES, "de-400")),
        ("evaluations.evaluationremark", (APPRENTICES, "begge-tal-er-omtrentlige")),
    ],
    "C34": [("evaluations.evaluationremark", (ONE_PLAN, "laes-fundene-sammen"))],
}
