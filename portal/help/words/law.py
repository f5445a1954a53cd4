"""Words of law: what a trial is, and what it departs from."""

from portal.help.words.term import Term

LAW = (
    Term(
        "forsøg",
        "En regel, der gælder i en begrænset tid og sætter noget andet i stedet for den "
        "almindelige regel for nogle borgere. Et forsøg kan give en mulighed uden at give en ret.",
    ),
    Term(
        "periode",
        "Tiden fra den første til den sidste dag, et forsøg gælder. Begge dage tæller med. Er en "
        "dag ikke kendt præcist, er svaret \u201dkan ikke afgøres\u201d for de dage, tvivlen "
        "handler om.",
    ),
    Term(
        "forlængelse",
        "En ny periode, der føjes til, når et forsøg skal gælde længere. Den gamle periode bliver "
        "stående med sin egen kilde, så man kan se, hvad der gjaldt en tidligere dag.",
    ),
    Term(
        "hjemmel",
        "Den bestemmelse, der tillader forsøget. Uden den gælder den almindelige regel.",
    ),
    Term(
        "retsgrundlag",
        "De love, bekendtgørelser og vejledninger, et forsøg bygger på eller fraviger. Hjemlen er "
        "den del af det, som tillader forsøget.",
    ),
    Term(
        "almindelig regel",
        "Reglen for alle, når intet forsøg gælder. Opfylder borgeren allerede den, er forsøget "
        "ikke nødvendigt. Hvor kilden ikke nævner den almindelige regel, siger Vejviser det.",
    ),
    Term(
        "fravige",
        "At et forsøg fraviger en regel betyder, at det for en tid og for nogle borgere gælder i "
        "stedet for den.",
    ),
    Term(
        "målgruppe",
        "De borgere, et forsøg, en evaluering eller en anbefaling handler om. Den er skrevet som "
        "betingelser, og alle skal være opfyldt. Har et forsøg flere målgrupper, er én af dem "
        "nok.",
    ),
    Term(
        "betingelse",
        "Ét krav i en målgruppe, for eksempel til alder eller ydelse. Nævner kilden flere måder "
        "at opfylde kravet på, er én af dem nok.",
    ),
    Term(
        "LAB",
        "Lov om en aktiv beskæftigelsesindsats. Mange regler om tilbud til ledige står i den.",
    ),
    Term(
        "LAB § 6",
        "Lovens liste over målgrupper, nr. 1 til 13. Mange regler gælder for bestemte numre. "
        "Listen står nederst i ordbogen. Efter reformaftalen fra april 2025 skal de 13 grupper "
        "blive til fem.",
        source="Bek. nr. 2636 af 28. december 2021, § 1; aftale om en beskæftigelsesreform, 2025",
    ),
    Term(
        "konkret vurdering",
        "Sagsbehandlerens egen vurdering af netop denne borgers forhold. Vejviser kan sige, at "
        "den kræves, men ikke lave den. Den skal begrundes i sagen.",
    ),
    Term(
        "trin",
        "Et stykke af den varighed, et forsøg tillader. Det næste trin åbner først, når den "
        "vurdering, kilden kræver, er lavet.",
    ),
    Term(
        "forbehold",
        "Noget, kilden selv holder åbent, for eksempel med ordene \u201di visse tilfælde\u201d. "
        "Så peger Vejviser på en mulighed og aldrig på en ret.",
    ),
    Term(
        "høring",
        "Et udkast til en regel er sendt ud, så andre kan sige deres mening. Det er ikke vedtaget "
        "og kan blive ændret.",
    ),
    Term(
        "deltagende kommune",
        "Nogle forsøg gælder kun i bestemte kommuner. Nævner kilden dem ikke alle, spørger "
        "Vejviser, om jeres er med. En administrator kan registrere svaret, så ingen skal spørges "
        "igen.",
    ),
    Term(
        "virksomhedspraktik",
        "Tid på en arbejdsplads uden løn, hvor borgeren prøver et arbejde eller prøves i det. "
        "Loven sætter grænser for, hvor længe den må vare.",
        source="LAB kapitel 11",
    ),
    Term(
        "løntilskud",
        "Et job, hvor arbejdsgiveren får tilskud til lønnen for at ansætte en ledig.",
    ),
    Term(
        "løntimer",
        "Nogle få almindelige timer om ugen med løn på en arbejdsplads, også for borgere, der er "
        "langt fra et fuldt job.",
    ),
    Term(
        "virksomhedsrettet indsats",
        "En indsats på en arbejdsplads: for eksempel virksomhedspraktik, løntilskud eller "
        "løntimer.",
    ),
    Term(
        "jobrotation",
        "En medarbejder er væk for at uddanne sig, og en ledig vikar passer jobbet imens.",
    ),
    Term(
        "voksenlærling",
        "En lærling, der er fyldt 25 år, når uddannelsen begynder. Arbejdsgiveren kan få tilskud.",
        source="STAR, siden om voksenlærlinge",
    ),
    Term(
        "positivliste",
        "Listen over de uddannelser, som voksenlærlingeordningen er åben for, når lærlingen "
        "kommer fra et job.",
    ),
    Term(
        "uddannelsesløft",
        "En erhvervsuddannelse, som en ledig kan tage, mens han eller hun får dagpenge.",
    ),
)

LAB_GROUPS = (
    ("1", "Borgere på dagpenge."),
    (
        "2",
        "Jobparate på kontanthjælp eller overgangsydelse, som er fyldt 30 år eller har en "
        "erhvervskompetencegivende uddannelse, og som ikke er i introduktionsprogrammet.",
    ),
    ("3", "Aktivitetsparate, ellers som nr. 2."),
    (
        "4",
        "Uddannelsesparate under 30 år på uddannelseshjælp eller overgangsydelse, uden "
        "erhvervskompetencegivende uddannelse, og som ikke er i introduktionsprogrammet.",
    ),
    ("5", "Aktivitetsparate, ellers som nr. 4."),
    ("6", "Borgere på sygedagpenge."),
    ("7", "Borgere i jobafklaringsforløb."),
    ("8", "Borgere i ressourceforløb."),
    ("9", "Visiterede til fleksjob og borgere med tilskud til selvstændig virksomhed."),
    ("10", "Borgere i revalidering."),
    ("11", "Borgere på førtidspension."),
    (
        "12 og 13",
        "Ledige selvforsørgende og unge under 18 år, der har brug for en indsats. Vores kilder "
        "siger ikke, hvem der er nr. 12, og hvem der er nr. 13.",
    ),
)
LAB_SOURCE = "Bekendtgørelse nr. 2636 af 28. december 2021 om en aktiv beskæftigelsesindsats, § 1"
LAB_ADDRESS = "https://www.elov.dk/bekendtgorelse-om-en-aktiv-beskaeftigelsesindsats/paragraf/1/"
