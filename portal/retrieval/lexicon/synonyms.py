"""Words of the field that stand for each other, in the one place where they are listed.

Written from the content and the glossary: what caseworkers type, and what the texts say instead. A
line finds from left to right; a line of ALIKE finds both ways. Only single words: the words of a
query are looked up one by one. Names that the content itself states are not listed here.
"""

from portal.retrieval.lexicon.inflection import stem
from portal.retrieval.lexicon.tokens import with_letters

ALIKE = (
    "ledig arbejdsløs jobsøgende",
    "ledighed arbejdsløshed",
    "ledig ledighed",
    "job arbejde beskæftigelse ansættelse",
    "handicap funktionsnedsættelse",
    "sindslidende sindslidelse",
    "sygemeldt sygemelding sygefravær",
    "udbrændthed burnout",
    "læge praktiserende",
    "økonomi udgift omkostning merudgift pris",
    "virksomhed arbejdsplads arbejdsgiver",
    "jobformidler jobkonsulent virksomhedskonsulent",
    "kontaktperson mentor støtteperson",
    "effekt virkning",
    "dispensation fraviger undtagelse",
    "helhedsorienteret sammenhængende koordineret tværfaglig",
    "samarbejde koordination",
    "måling måler",
    "voksenlærling voksenelev",
    "lærling elev",
    "suspension suspenderet",
    "uddannelsesløft opkvalificering efteruddannelse",
    "vikariat vikar afløser",
    "bekendtgørelse bek",
    "lovforslag l lf",
    "lov lbk",
    "måned mdr md",
    "uge ugers",
    "nummer nr",
    "stykke stk",
)
FINDS = {
    "akasse": "dagpenge",
    "arbejdsløshedskasse": "dagpenge",
    "arbejdsløshedsdagpenge": "dagpenge",
    "dp": "dagpenge",
    "kth": "kontanthjælp",
    "uh": "uddannelseshjælp",
    "udd": "uddannelse",
    "bistandshjælp": "kontanthjælp",
    "integrationsydelse": "overgangsydelse",
    "sygedagpenge": "sygemeldt",
    "langtidsledig": "langvarig ledighed",
    "langtidsledighed": "langvarig",
    "ungepakke": "unge uddannelsesparat uddannelseshjælp",
    "ungeindsats": "unge uddannelseshjælp",
    "virksomhedspraktik": "praktik",
    "praktikant": "praktik",
    "småjob": "løntimer",
    "fritidsjob": "løntimer",
    "timelønnet": "løntimer",
    "individual": "individuelt",
    "placement": "ips",
    "supported": "støttet",
    "employment": "job beskæftigelse",
    "support": "støtte",
    "coach": "kontaktperson jobformidler",
    "kbh": "københavn",
    "mindset": "tilgang",
    "beskæftigelsesloven": "lab",
    "progression": "fremskridt",
    "livskvalitet": "trivsel livsglæde",
    "velbefindende": "trivsel",
    "tilfredsundersøgelse": "tilfredshed",
    "ressourceforløbsydelse": "ressourceforløb",
    "sosuassistent": "sosu",
    "sosuhjælper": "sosu",
    "kontrol": "kontrolgruppe sammenligningsgruppe",
    "rct": "lodtrækningsforsøg",
}
NUMBERS = [
    "nul",
    "en",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
]


def _key(word: str) -> str:
    return stem(with_letters(word))


def _listed() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in ALIKE:
        words = line.split()
        for word in words:
            found.setdefault(_key(word), {}).update(dict.fromkeys(w for w in words if w != word))
    for word, others in FINDS.items():
        found.setdefault(_key(word), {}).update(dict.fromkeys(others.split()))
    for number, word in enumerate(NUMBERS[2:], 2):
        found.setdefault(word, {})[str(number)] = None
        found.setdefault(str(number), {})[word] = None
    return {word: tuple(others) for word, others in found.items()}


SYNONYMS = _listed()


def synonyms_of(word: str) -> tuple[str, ...]:
    """The words that may stand in the texts instead of this one, spelt as people spell them."""
    return SYNONYMS.get(_key(word), ())
