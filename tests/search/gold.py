"""What people type, and what they must find: written from the content.

Each line: the query; what must be among the first ten, blanks between; after a bar what must not be
found at all. A hit is t(rial), e(valuation), r(ecommendation) or p(rogramme) and its slug, or a
finding: f, the evaluation and the slug of the finding.
"""

import re
from dataclasses import dataclass

from tests.search.unseen import UNSEEN

FORMS = """
indsatsen                 : r:virksomhedsrettet-indsats r:individuelt-tilrettelagt
indsatserne               : r:virksomhedsrettet-indsats r:individuelt-tilrettelagt
virksomhedsrettede indsatser : r:virksomhedsrettet-indsats p:pulje-virksomhedsrettet-handicap
    f:social-stoette-vive-2023/start-i-virksomhedsrettet-indsats
ledig                     : t:jobrotation-ledighedskrav t:uddannelsesloeft-nordjylland
    t:voksenlaerling-ledighedskrav
ledige faglærte           : t:uddannelsesloeft-nordjylland t:voksenlaerling-ledighedskrav
ledighed                  : t:jobrotation-ledighedskrav t:voksenlaerling-ledighedskrav
ledighedskravet           : t:jobrotation-ledighedskrav t:voksenlaerling-ledighedskrav
    f:voksenlaerling-star-2023/antal-via-ledighedskravet
ledes                     : | t:voksenlaerling-ledighedskrav t:uddannelsesloeft-nordjylland
suspension                : | f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb
brugen                    : f:social-stoette-vive-2023/egen-laege
    f:social-stoette-vive-2023/handicapydelser | t:nextwork-praktik
virksom                   : | r:virksomhedsrettet-indsats
aalborg                   : t:uddannelsesloeft-nordjylland | r:en-plan-for-borgeren r:god-tid
forælder                  : f:en-plan-vive/foraelder-i-arbejde |
    t:voksenlaerling-foraeldet-uddannelse
forældede uddannelser     : t:voksenlaerling-foraeldet-uddannelse |
    f:en-plan-vive/foraelder-i-arbejde
vikaren                   : t:jobrotation-ledighedskrav t:jobrotation-varighed
vikarer                   : t:jobrotation-ledighedskrav t:jobrotation-varighed
voksenlærlinge            : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
    e:voksenlaerling-star-2023
voksenlærling             : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
    e:voksenlaerling-star-2023
positivliste              : t:voksenlaerling-positivliste f:voksenlaerling-star-2023/positivlisten
barriere                  : r:arbejd-med-barrierer
kontaktpersoner           : r:fast-kontaktperson
progressionsmåling        : r:progressionsmaalinger
opstartsmøder             : r:tvaerfagligt-opstartsmoede
"""

COMPOUNDS = """
praktik                   : t:nextwork-praktik r:virksomhedsrettet-indsats
    f:social-stoette-vive-2023/praktik-og-beskaeftigelse p:nextwork
virksomhedspraktik        : t:nextwork-praktik r:virksomhedsrettet-indsats
    f:social-stoette-vive-2023/praktik-og-beskaeftigelse
praktikperiode            : t:nextwork-praktik
praktikforløb             : t:nextwork-praktik
pension                   : f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb
førtidspension            : f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb
    f:en-plan-vive/langvarige-forloeb-afsluttet
lærling                   : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
    e:voksenlaerling-star-2023
rotation                  : t:jobrotation-ledighedskrav t:jobrotation-varighed
    p:jobrotationsordningen
jobrotationsvikar         : t:jobrotation-ledighedskrav t:jobrotation-varighed
kontanthjælpsmodtagere    : e:social-stoette-ramboell-2021 e:social-stoette-vive-2023
ydelser                   : f:social-stoette-vive-2023/handicapydelser
plan                      : p:en-plan r:en-plan-for-borgeren r:faelles-plan e:en-plan-vive
    r:uddannelsesmaal-i-min-plan
møde                      : r:tvaerfagligt-opstartsmoede
kontakt person            : r:fast-kontaktperson
voksen lærling            : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
virksomheds praktik       : t:nextwork-praktik
uddannelses hjælp         : r:jobmaal-paa-vejen-til-uddannelse r:uddannelsesmaal-i-min-plan
løntimer                  : r:loentimer f:flere-skal-med-ii/flere-i-loentimer
    f:flere-skal-med-ii/faa-loentimer-som-trin
timer                     : r:loentimer f:flere-skal-med-ii/flere-i-loentimer
handicappulje             : e:handicappuljer-2019 p:pulje-virksomhedsrettet-handicap
    p:pulje-reintegration-psykisk-sygdom
puljer                    : e:handicappuljer-2019 e:flere-skal-med-ii
    p:pulje-virksomhedsrettet-handicap
    p:pulje-reintegration-psykisk-sygdom
"""

LETTERS = """
malgruppe langvarig       : t:nextwork-praktik
saerligt behov            : t:nextwork-praktik
foraeldet uddannelse      : t:voksenlaerling-foraeldet-uddannelse
Ålborg                    : t:uddannelsesloeft-nordjylland
Hjorring                  : t:uddannelsesloeft-nordjylland
Bronderslev               : t:uddannelsesloeft-nordjylland
Kobenhavn                 : t:ibbis
Århus                     : t:ibbis
Ramboll                   : e:social-stoette-ramboell-2021
ramboell                  : e:social-stoette-ramboell-2021
lontimer                  : r:loentimer
laerling                  : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
    e:voksenlaerling-star-2023
stotte                    : r:cti-stoette r:vedvarende-kontakt-og-stoette
    r:stoette-til-borger-og-arbejdsplads p:social-stoette-i-job
uddannelsesloft           : t:uddannelsesloeft-nordjylland p:uddannelsesloeft
KONTANTHJAELP             : e:social-stoette-ramboell-2021 e:social-stoette-vive-2023
"""

SLIPS = """
virksomhedpraktik         : t:nextwork-praktik r:virksomhedsrettet-indsats
virksomhedpraktikker      : t:nextwork-praktik r:virksomhedsrettet-indsats
nextwrok                  : t:nextwork-praktik p:nextwork
uddanelseshjælp           : r:jobmaal-paa-vejen-til-uddannelse r:uddannelsesmaal-i-min-plan
posetivliste              : t:voksenlaerling-positivliste
kontatperson              : r:fast-kontaktperson
jobrotaion                : t:jobrotation-ledighedskrav t:jobrotation-varighed
skitzofreni               : f:social-stoette-vive-2023/hospitalshenvendelser
depresion                 : t:ibbis p:ibbis
resourceforløb            : p:bedre-indsats-ressourceforloeb
    f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb
løntimmer                 : r:loentimer
barierer                  : r:arbejd-med-barrierer
beskæftigelses effekt     : f:ibbis-star-2024/beskaeftigelse
    f:social-stoette-vive-2023/beskaeftigelse
"""

NAMES = """
IPS                       : p:ips
individual placement      : p:ips
individuelt planlagt støtte : p:ips
CTI                       : p:cti r:cti-stoette
critical time intervention : p:cti r:cti-stoette
CTI-metoden               : p:cti r:cti-stoette
IBBIS                     : t:ibbis p:ibbis e:ibbis-star-2024 | t:nextwork-praktik
NExTWORK                  : t:nextwork-praktik p:nextwork | t:ibbis t:voksenlaerling-positivliste
Én plan                   : p:en-plan e:en-plan-vive r:en-plan-for-borgeren
en plan                   : p:en-plan e:en-plan-vive r:en-plan-for-borgeren
Flere skal med            : p:flere-skal-med p:flere-skal-med-ii e:flere-skal-med-ii
FSM II                    : p:flere-skal-med-ii
JobFirst                  : p:jobfirst
Afklaringspuljen          : p:afklaringspuljen
BIR                       : p:bedre-indsats-ressourceforloeb
Min Plan                  : r:uddannelsesmaal-i-min-plan
VIVE                      : e:en-plan-vive e:social-stoette-vive-2023
Rambøll                   : e:social-stoette-ramboell-2021
STAR IBBIS                : e:ibbis-star-2024 t:ibbis
KL                        : p:en-plan
SOSU                      : f:voksenlaerling-star-2023/sosu-uddannelserne
Thisted                   : t:uddannelsesloeft-nordjylland
Frederikshavn             : t:uddannelsesloeft-nordjylland
social støtte             : p:social-stoette-i-job e:social-stoette-ramboell-2021
    e:social-stoette-vive-2023
"""

LAW = """
LAB § 6                   : t:nextwork-praktik
§ 6 nr. 4                 : t:nextwork-praktik
LAB paragraf 6            : t:nextwork-praktik
1755                      : t:nextwork-praktik
bek. nr. 1755             : t:nextwork-praktik
bekendtgørelse 2166       : t:jobrotation-ledighedskrav t:jobrotation-varighed
26 uger                   : t:nextwork-praktik
13 uger praktik           : t:nextwork-praktik
9 måneder                 : t:jobrotation-varighed p:cti
9 mdr                     : t:jobrotation-varighed
3 måneders ledighed       : t:jobrotation-ledighedskrav t:voksenlaerling-ledighedskrav
fire kommuner             : t:nextwork-praktik p:nextwork
4 kommuner                : t:nextwork-praktik p:nextwork
udfordringsretten         : t:uddannelsesloeft-nordjylland
høring                    : t:ibbis
9203                      : r:jobmaal-paa-vejen-til-uddannelse r:uddannelsesmaal-i-min-plan
25 år                     : t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste p:voksenlaerlingeordningen
ikke forlænget            : t:voksenlaerling-foraeldet-uddannelse t:voksenlaerling-positivliste
"""

CITIZEN = """
uddannelseshjælp          : r:jobmaal-paa-vejen-til-uddannelse r:uddannelsesmaal-i-min-plan
dagpenge                  : t:uddannelsesloeft-nordjylland
a-kasse                   : t:uddannelsesloeft-nordjylland
akasse                    : t:uddannelsesloeft-nordjylland
uddannelsesparat          : t:nextwork-praktik
åbenlyst uddannelsesparat : t:nextwork-praktik
aktivitetsparat           : p:social-stoette-i-job e:social-stoette-ramboell-2021
    e:social-stoette-vive-2023
sygemeldt med stress      : t:ibbis p:ibbis
sygemelding angst         : t:ibbis p:ibbis
sygedagpenge              : t:ibbis
udbrændt                  : t:ibbis p:ibbis
burnout                   : t:ibbis p:ibbis
psykisk sygdom            : p:pulje-reintegration-psykisk-sygdom e:handicappuljer-2019
sindslidelse              : p:pulje-reintegration-psykisk-sygdom
komplekse problemer       : p:en-plan e:en-plan-vive
arbejdsløs faglært        : t:uddannelsesloeft-nordjylland t:voksenlaerling-ledighedskrav
langtidsledig             : t:nextwork-praktik
unge under uddannelse     : r:jobmaal-paa-vejen-til-uddannelse
ungepakke                 : r:jobmaal-paa-vejen-til-uddannelse t:nextwork-praktik
ressourceforløb           : p:bedre-indsats-ressourceforloeb
    f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb e:flere-skal-med-ii
over 30 år                : e:social-stoette-ramboell-2021 e:social-stoette-vive-2023
    p:social-stoette-i-job
"""

EVIDENCE = """
mentor                    : r:fast-kontaktperson
mentor kontaktperson      : r:fast-kontaktperson
fast kontaktperson        : r:fast-kontaktperson
ingen effekt              : f:ibbis-star-2024/beskaeftigelse
    f:social-stoette-vive-2023/fastholdelse-ordinaer
    f:social-stoette-ramboell-2021/fastholdelse-ordinaer
effekten ophører          : f:social-stoette-vive-2023/fastholdelse-virksomhedsrettet
    e:social-stoette-vive-2023
fastholdelse i job        : f:social-stoette-vive-2023/fastholdelse-ordinaer
    f:social-stoette-ramboell-2021/fastholdelse-ordinaer p:social-stoette-i-job
egen læge                 : f:social-stoette-vive-2023/egen-laege
skizofreni                : f:social-stoette-vive-2023/hospitalshenvendelser
hospital                  : f:social-stoette-vive-2023/hospitalshenvendelser
livsglæde                 : f:handicappuljer-2019/livsglaede
merudgifter               : f:ibbis-star-2024/merudgifter
hvad kostede IBBIS        : e:ibbis-star-2024 f:ibbis-star-2024/merudgifter
økonomi                   : f:en-plan-vive/usikkerhed-om-oekonomi
    f:en-plan-vive/erfarede-omkostninger f:en-plan-vive/forventede-udgifter
    f:ibbis-star-2024/merudgifter
omkostninger              : f:en-plan-vive/erfarede-omkostninger
trivsel                   : r:job-og-trivsel-paa-samme-tid f:social-stoette-ramboell-2021/trivsel
    f:en-plan-vive/job-uddannelse-trivsel-helbred
tilfredse deltagere       : f:handicappuljer-2019/tilfredshed
tilfredshed               : f:handicappuljer-2019/tilfredshed f:handicappuljer-2019/oplevet-udbytte
tro på sig selv           : f:handicappuljer-2019/tro-paa-sig-selv
kontrolgruppe             : e:social-stoette-vive-2023 f:social-stoette-vive-2023/egen-laege
600 elever                : f:voksenlaerling-star-2023/antal-via-forsoegene
57 %                      : f:en-plan-vive/uddannelse-begyndt-eller-paa-vej
samarbejde med kommunen   : f:en-plan-vive/bedre-samarbejde f:en-plan-vive/ingen-forbedring
timer med løn             : r:loentimer
jobmål                    : r:jobmaal r:jobmaal-paa-vejen-til-uddannelse
god tid                   : r:god-tid
færre indgange            : r:faerre-indgange
arbejdsgiver              : r:stoette-til-borger-og-arbejdsplads
jobkonsulent              : r:jobrettet-spor-fra-starten r:taet-kontakt-og-inddragelse
fælles mindset            : f:social-stoette-ramboell-2021/faelles-mindset r:faelles-mindset
opkvalificering           : t:uddannelsesloeft-nordjylland p:uddannelsesloeft
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One query with what it must find and what it must not."""

    query: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def _lines(text: str) -> list[Line]:
    found = []
    # A line that starts with blanks goes on from the one before.
    for line in re.sub(r"\n +", " ", text.strip()).splitlines():
        query, hits = line.split(" : ")
        wanted, _, unwanted = hits.partition("|")
        found.append(
            Line(
                query=query.strip(),
                wanted=tuple(wanted.split()),
                unwanted=tuple(unwanted.split()),
            )
        )
    return found


GOLD = [
    line
    for text in (FORMS, COMPOUNDS, LETTERS, SLIPS, NAMES, LAW, CITIZEN, EVIDENCE, UNSEEN)
    for line in _lines(text)
]
