"""Queries written by someone who knew the content and not the search; in the form of gold.py."""

UNSEEN = """
laengere virksomhedspraktik uddannelsesparat : t:nextwork-praktik
praktik i 26 uger         : t:nextwork-praktik
nextwork kommuner         : t:nextwork-praktik p:nextwork
voksenlærlinge ledighed 3 måneder : t:voksenlaerling-ledighedskrav
voksenlærling faglært     : t:voksenlaerling-ledighedskrav
    t:voksenlaerling-foraeldet-uddannelse
voksenlaerlingeordning    : p:voksenlaerlingeordningen e:voksenlaerling-star-2023
    t:voksenlaerling-ledighedskrav t:voksenlaerling-foraeldet-uddannelse
    t:voksenlaerling-positivliste
jobrotationsordning       : p:jobrotationsordningen t:jobrotation-ledighedskrav
    t:jobrotation-varighed
hvor længe må en vikar være ansat : t:jobrotation-varighed
jobrotatoin               : t:jobrotation-varighed t:jobrotation-ledighedskrav
    p:jobrotationsordningen
uddannelsesløft aalborg   : t:uddannelsesloeft-nordjylland
uddannelsesloeft hjoerring : t:uddannelsesloeft-nordjylland
brønderslev kommune       : t:uddannelsesloeft-nordjylland
morsø faglærte dagpenge   : t:uddannelsesloeft-nordjylland
nordjyske kommuner        : t:uddannelsesloeft-nordjylland
ibbis effekt på beskæftigelse : e:ibbis-star-2024 f:ibbis-star-2024/beskaeftigelse
århus sygedagpenge        : t:ibbis
burn out                  : t:ibbis p:ibbis
§6 nr 4                   : t:nextwork-praktik
bekendtgørelse 2498       : t:voksenlaerling-ledighedskrav t:jobrotation-varighed
    t:jobrotation-ledighedskrav t:uddannelsesloeft-nordjylland
sindslidende i arbejde    : p:pulje-reintegration-psykisk-sygdom
rambøll evaluering        : e:social-stoette-ramboell-2021
ramboell social støtte    : e:social-stoette-ramboell-2021
VIVE 2023                 : e:social-stoette-vive-2023
pensionister førtidspensioner :
    f:social-stoette-vive-2023/foertidspension-eller-ressourceforloeb
skizofreni hospital       : f:social-stoette-vive-2023/hospitalshenvendelser
lægebesøg                 : f:social-stoette-vive-2023/egen-laege | p:jobrotationsordningen
flere sosu-elever         : e:voksenlaerling-star-2023
familier i kontanthjælp børn trivsel : e:en-plan-vive
kostede mere økonomi udgifter : e:ibbis-star-2024 f:ibbis-star-2024/merudgifter
løntime                   : r:loentimer f:flere-skal-med-ii/flere-i-loentimer
jobformidler              : r:jobrettet-spor-fra-starten
    f:flere-skal-med-ii/taet-kontakt-er-noeglen
ressourceforloeb pulje    : p:bedre-indsats-ressourceforloeb
opstartsmøder på tværs    : r:tvaerfagligt-opstartsmoede
en fast sagsbehandler     : r:fast-kontaktperson
min plan uddannelsesmål unge : r:uddannelsesmaal-i-min-plan
indsatser virksomhed      : r:virksomhedsrettet-indsats p:pulje-virksomhedsrettet-handicap
udsatte ledige praktik job : e:social-stoette-vive-2023
tro på egne evner         : f:handicappuljer-2019/tro-paa-sig-selv
ufaglærte lærlinge        : f:voksenlaerling-star-2023/resten-er-ufaglaerte
    f:voksenlaerling-star-2023/baggrund-som-ufaglaert
borgmester                : | p:en-plan r:fast-kontaktperson
uge                       : t:nextwork-praktik | f:social-stoette-vive-2023/egen-laege
"""
