"""The closed word lists of evidence. Codes are part of the public contract."""

from trials.rules import Word


class OrganisationKind(Word):
    """Organisationstype."""

    AUTHORITY = "myndighed", "myndighed"
    RESEARCH = "forskning", "forsknings- eller analyseinstitut"
    CONSULTANCY = "konsulent", "konsulentvirksomhed"
    ASSOCIATION = "forening", "forening"


class ProgrammeKind(Word):
    """Programtype: what was tried out."""

    POOL = "pulje", "pulje"
    PROJECT = "projekt", "projekt"
    FREE_MUNICIPALITY = "frikommuneforsoeg", "frikommuneforsøg"
    SCHEME = "ordning", "ordning"
    METHOD = "metode", "metode"


class Direction(Word):
    """Retning, relative to the stated aim of the programme."""

    POSITIVE = "positive", "positiv"
    NONE_DETECTED = "none_detected", "ingen påvist effekt"
    NEGATIVE = "negative", "negativ"
    MIXED = "mixed", "blandet"
    DESCRIPTIVE = "descriptive", "beskrivende"


class Change(Word):
    """Ændring: which way a figure moved, when the aim does not say whether that is good."""

    UP = "up", "op"
    DOWN = "down", "ned"
    NONE = "none", "uændret"


class EvidenceKind(Word):
    """Art af viden: what kind of evidence the source tells of, not how good it is."""

    EFFECT = "effect", "effekt"
    ASSOCIATION = "association", "sammenhæng"
    COUNT = "count", "beskrivelse eller optælling"
    EXPERIENCED = "experienced", "oplevet af borgere"
    PERCEIVED = "perceived", "vurderet af medarbejdere eller kommuner"
    QUALITATIVE = "qualitative", "kvalitativ"
    EXPECTED = "expected", "forventet"
    CAVEAT = "caveat", "forbehold"


class Design(Word):
    """Designklasse: how the finding was reached."""

    D5 = "D5", "lodtrækningsforsøg"
    D4 = "D4", "stærkt kvasieksperiment"
    D3 = "D3", "sammenligningsgruppe"
    D2 = "D2", "statistisk kontrol"
    D1 = "D1", "opgjort eller beskrevet, uden kontrolgruppe"
    D0 = "D0", "kvalitativ eller oplevet"
    DX = "DX", "ikke oplyst"


class Outcome(Word):
    """Udfald: what a finding is about."""

    LABOUR_MARKET = "taettere_paa_arbejdsmarkedet", "tættere på arbejdsmarkedet"
    EMPLOYMENT = "beskaeftigelse", "beskæftigelse"
    ORDINARY_EMPLOYMENT = "ordinaer_beskaeftigelse", "ordinær beskæftigelse"
    SUPPORTED_EMPLOYMENT = "stoettet_beskaeftigelse", "støttet beskæftigelse"
    RETENTION = "fastholdelse_ordinaer", "fastholdelse i ordinær beskæftigelse"
    COMPANY_MEASURE = "virksomhedsrettet_indsats", "deltagelse i virksomhedsrettet indsats"
    COMPANY_RETENTION = (
        "fastholdelse_virksomhedsrettet",
        "fastholdelse i virksomhedsrettet indsats",
    )
    PAID_HOURS = "loentimer", "løntimer"
    EDUCATION = "uddannelse", "uddannelse"
    LASTING_BENEFIT = "foertidspension_ressourceforloeb", "førtidspension eller ressourceforløb"
    HEALTH_CARE = "sundhedsydelser", "brug af sundhedsydelser"
    DISABILITY_SUPPORT = "handicapydelser", "brug af handicapydelser"
    WELLBEING = "trivsel", "trivsel og udvikling"
    SATISFACTION = "tilfredshed", "tilfredshed og udbytte"
    COOPERATION = "samarbejde", "samarbejde med kommunen"
    GOALS = "maal", "egne mål"
    UPTAKE = "tilgang", "tilgang til ordningen"
    IMPLEMENTATION = "implementering", "implementering"
    ECONOMY = "oekonomi", "økonomi"


class RecommendationStatus(Word):
    """Anbefalingens status: how its issuer puts it forward."""

    EXPLICIT = "explicit", "udtrykkelig anbefaling"
    ELEMENT = "element", "element i en afprøvet model"
    LEARNING = "learning", "læring fra evalueringen"
    PATTERN = "pattern", "mønster i cases"
    OFFICIAL_GUIDANCE = "official_guidance", "officiel vejledning"


class RelationKind(Word):
    """Slægtskab between programmes and methods, as a source tells it."""

    SIMILAR = "ligner", "anbefalingerne ligger tæt op ad"
    PRINCIPLES = "principper", "anbefalingerne matcher principperne i"
    PART = "indgaar", "indgår i"
    SISTER = "soesterpulje", "evalueret sammen med"
    DISTINCT = "ikke_det_samme", "ikke det samme som"


class Match(Word):
    """Afstand: how close the studied population is to the citizen. Never "eligible"."""

    DIRECT = "direct", "direkte: borgeren ligner målgruppen"
    BOUNDARY = "boundary", "på grænsen af målgruppen"
    PARTIAL = "partial", "delvis: noget om målgruppen er ikke oplyst"
    UNKNOWN = "unknown", "ukendt: intet om målgruppen er oplyst"
    INDIRECT = "indirect", "indirekte: målgruppen er en anden"


class Level(Word):
    """Vidensstyrke: the strength of the body of evidence for this citizen's target group."""

    STRONG = "staerk", "stærk"
    MODERATE = "moderat", "moderat"
    LIMITED = "begraenset", "begrænset"
    EXPERIENCE = "erfaringsbaseret", "erfaringsbaseret"
    NOT_ASSESSED = "ikke_vurderet", "ikke vurderet"


class Mark(Word):
    """Mærke beside the level: what a reader must not overlook."""

    NO_EFFECT = "uden_paavist_effekt", "undersøgt, uden påvist effekt på mindst ét udfald"
    AGAINST = "taler_imod", "mindst ét fund taler imod, og intet taler for"
    CONFLICTING = "modstridende", "modstridende fund"
    ELEMENT = "element_ikke_saerskilt", "enkeltelementet er ikke undersøgt særskilt"
