"""Words of the portal's own answers and pages."""

from portal.help.words.term import Term

ANSWERS = (
    Term(
        "vejledning",
        "Hele svaret for én borger på én dag. Det hjælper dig med at træffe afgørelsen, men er "
        "ikke selv en afgørelse.",
    ),
    Term(
        "gælder",
        "Dagen, kommunen og målgruppen passer, ud fra det, du har oplyst. Afgørelsen er stadig "
        "din.",
    ),
    Term(
        "i kraft",
        "Forsøget er i gang den dag. Om det gælder for borgeren, afhænger også af kommunen og "
        "målgruppen.",
    ),
    Term(
        "gælder ikke",
        "Mindst ét krav er ikke opfyldt. Vejviser siger hvilket, og hvad der skulle være "
        "anderledes.",
    ),
    Term(
        "kan ikke afgøres",
        "Der mangler en oplysning, eller kilden siger det ikke klart. Det er hverken et ja eller "
        "et nej. Vejviser viser, hvad du kan spørge om, når et svar kan afgøre det.",
    ),
    Term(
        "ikke oplyst",
        "Du har ikke svaret, eller kilden siger det ikke. Det tælles aldrig som et nej.",
    ),
    Term(
        "grænsetilfælde",
        "En værdi, som kilden ikke siger til hvilken side hører. \u201dOver 30 år\u201d siger for "
        "eksempel ikke klart, om den, der er 30, er med. Så er svaret \u201dkan ikke "
        "afgøres\u201d.",
    ),
    Term(
        "udledt",
        "Det står ikke direkte i kilden, men følger af den. Et \u201dnæste år\u201d er for "
        "eksempel regnet om til et årstal. Det vises, så du kan se, hvad vi har lagt til.",
    ),
    Term(
        "antaget",
        "Noget, Vejviser selv har udfyldt: dagen i dag eller din hjemkommune. Det står ved "
        "svaret, og du kan rette det.",
    ),
    Term(
        "på dato",
        "Den dag, siden handler om. Svaret bygger på det, vi ved nu, om den dag.",
    ),
    Term(
        "kendt den",
        "Den dag, hvis udgaver svaret bygger på. Så kan du se, hvad Vejviser svarede dengang, også "
        "når en regel er rettet siden. Dagen er talt med, til den slutter kl. 24.",
    ),
    Term(
        "spørgsmål",
        "En oplysning, der kan afgøre et åbent svar. Vejviser spørger kun, når mindst ét muligt "
        "svar gør en forskel.",
    ),
    Term(
        "samtaleark",
        "Et ark til mødet med borgeren: dagen, det oplyste, svarene, kilderne og forbeholdene. "
        "Det kan printes og gemmes i jeres eget system. Vejviser gemmer det ikke.",
    ),
    Term(
        "kvittering",
        "Linjer på samtalearket med det, der blev oplyst, dagen, indholdets version og svaret, så "
        "det kan efterprøves senere. Der står intet om, hvem borgeren er.",
    ),
    Term(
        "udgave",
        "Et forsøg, en evaluering eller en anbefaling, som den blev udgivet på et bestemt "
        "tidspunkt. En udgave ændres aldrig. Rettelser bliver til en ny udgave.",
    ),
    Term(
        "indholdets version",
        "En kode for alt det, der er udgivet lige nu. Samme version, samme dag og samme "
        "oplysninger giver samme svar.",
    ),
    Term(
        "trække tilbage",
        "At tage noget ned igen, som er udgivet. Siden siger så, at det er trukket tilbage, og "
        "vejledningen bruger det ikke mere.",
    ),
    Term(
        "hjemkommune",
        "Den kommune, du arbejder i. Den er udfyldt på forhånd og kan ændres for hver borger.",
    ),
)
