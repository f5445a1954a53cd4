"""Words for the citizen: benefits, visitation and the rest of the form."""

from portal.help.words.term import Term

REFORM = "Ændringen af kontanthjælpen, i kraft fra 1. juli 2025"

CITIZEN = (
    Term(
        "ydelse",
        "Det, borgeren får at leve af, for eksempel dagpenge, kontanthjælp eller sygedagpenge.",
    ),
    Term("dagpenge", "Penge fra en a-kasse til den, der er forsikret mod ledighed."),
    Term(
        "kontanthjælp",
        "Hjælp til den, der ikke kan forsørge sig selv. Siden 1. juli 2025 får også de, der før "
        "fik uddannelseshjælp eller overgangsydelse, kontanthjælp.",
        source=REFORM,
    ),
    Term(
        "uddannelseshjælp",
        "Hjælp til unge under 30 år uden en erhvervskompetencegivende uddannelse. Den ophørte med "
        "udgangen af juni 2025: vælg den kun for dage før det. Siden er ydelsen kontanthjælp.",
        source=REFORM,
    ),
    Term(
        "overgangsydelse",
        "En ydelse, der ophørte med udgangen af juni 2025: vælg den kun for dage før det. Siden er "
        "ydelsen kontanthjælp.",
        source=REFORM,
    ),
    Term("sygedagpenge", "Ydelsen til den, der er sygemeldt."),
    Term(
        "jobafklaringsforløb",
        "Et forløb for den, der stadig er syg, når sygedagpengene hører op. Det er en egen "
        "målgruppe i LAB § 6.",
        source="LAB kapitel 18",
    ),
    Term(
        "ressourceforløb",
        "Et samlet forløb for den, der har store problemer ud over ledigheden. Det er en egen "
        "målgruppe i LAB § 6.",
        source="LAB kapitel 19",
    ),
    Term(
        "revalidering",
        "Oplæring eller uddannelse til et nyt job for den, der ikke kan blive i sit gamle.",
        source="LAB kapitel 21",
    ),
    Term(
        "fleksjob",
        "Et job på særlige vilkår for den, der ikke kan arbejde på almindelige.",
        source="LAB kapitel 20",
    ),
    Term("ledighedsydelse", "Ydelsen til den, der er visiteret til fleksjob og venter på ét."),
    Term("førtidspension", "Pension til den, der ikke længere kan forsørge sig ved arbejde."),
    Term(
        "selvforsørgende",
        "Den, der ikke får nogen ydelse, men lever af egne midler eller af en ægtefælles.",
    ),
    Term(
        "visitation",
        "Jobcentrets vurdering af, hvor tæt borgeren er på job eller uddannelse: jobparat, "
        "uddannelsesparat, åbenlyst uddannelsesparat eller aktivitetsparat.",
    ),
    Term("jobparat", "Borgeren vurderes at kunne begynde i et almindeligt job."),
    Term(
        "aktivitetsparat",
        "Borgeren vurderes at have brug for anden hjælp, før job eller uddannelse er inden for "
        "rækkevidde. For unge betyder det mere end omkring et år.",
    ),
    Term(
        "uddannelsesparat",
        "Den unge vurderes at kunne begynde på en uddannelse inden for omkring et år.",
    ),
    Term(
        "åbenlyst uddannelsesparat",
        "Den unge vurderes uden tvivl at kunne begynde på en uddannelse. Det er noget andet end "
        "uddannelsesparat, og et forsøg kan gælde for den ene af de to og ikke for den anden.",
    ),
    Term(
        "ledighed",
        "Hvor mange måneder borgeren har været uden arbejde. Kilderne siger ikke altid, om det "
        "skal være i træk, eller hvordan der tælles.",
    ),
    Term(
        "langvarig ledighed",
        "Lang tid uden arbejde. Kilden siger ikke, hvor lang, så sagsbehandleren vurderer det "
        "selv.",
    ),
    Term("faglært", "Den, der har en erhvervsuddannelse. Ufaglært er den, der ikke har nogen."),
    Term(
        "forældet uddannelse",
        "En uddannelse, der ikke længere kan bruges til at få arbejde. Kilden siger ikke, hvornår "
        "det er tilfældet, så sagsbehandleren vurderer det selv.",
    ),
    Term(
        "komplekse udfordringer",
        "Flere problemer på én gang ud over ledighed. Kilden trækker ingen grænse, så "
        "sagsbehandleren vurderer det selv.",
    ),
)
