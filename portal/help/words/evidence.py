"""Words for what is known to work, and for how sure it is."""

from portal.help.words.term import Term

EVIDENCE = (
    Term(
        "evaluering",
        "En undersøgelse af, hvad der skete i et program eller et forsøg.",
    ),
    Term(
        "program",
        "Det, der blev prøvet af: en pulje, et projekt, en ordning eller en metode.",
    ),
    Term(
        "fund",
        "Det, en evaluering fandt ud af om ét udfald. Alle fund i en evaluering vises sammen, "
        "også dem, der ikke viser nogen effekt eller går den forkerte vej.",
    ),
    Term(
        "udfald", "Det, et fund handler om, for eksempel beskæftigelse, uddannelse eller trivsel."
    ),
    Term(
        "retning",
        "Om det gik den vej, programmet ville: positiv, ingen påvist effekt, negativ eller "
        "blandet. Beskrivende er et fund, der tæller eller fortæller uden at sige, om det er "
        "godt.",
    ),
    Term(
        "ingen påvist effekt",
        "Undersøgelsen kunne ikke vise nogen virkning på udfaldet. Det er ikke det samme som, at "
        "der ingen er, men heller ikke noget at love borgeren.",
    ),
    Term(
        "effekt",
        "Den forskel, indsatsen selv har gjort. For at kende den må man vide, hvordan det ville "
        "være gået uden, for eksempel fra en sammenligningsgruppe.",
    ),
    Term(
        "sammenhæng",
        "To ting følges ad, men den ene behøver ikke være årsag til den anden. De, der får "
        "løntimer, kan for eksempel have været tættere på job i forvejen.",
    ),
    Term(
        "oplevet",
        "Det, borgerne selv siger, de har oplevet. Det er vigtig viden, men den viser ikke, om "
        "indsatsen er årsagen.",
    ),
    Term(
        "art af viden",
        "Hvad for en slags viden et fund er: effekt, sammenhæng, optælling, oplevelse, vurdering, "
        "forventning eller forbehold. Den siger ikke, hvor god undersøgelsen er.",
    ),
    Term(
        "sammenligningsgruppe",
        "Borgere, der ligner deltagerne, men ikke fik indsatsen. Forskellen på de to grupper "
        "siger noget om, hvad indsatsen selv har gjort. Kaldes også kontrolgruppe.",
    ),
    Term(
        "lodtrækning",
        "Tilfældet afgør, hvem der får indsatsen. Så ligner de to grupper hinanden fra "
        "begyndelsen, og det er den sikreste måde at finde en effekt på.",
    ),
    Term(
        "kvasieksperiment",
        "En undersøgelse, der sammenligner to grupper uden lodtrækning, men på en måde, der skal "
        "gøre dem ens.",
    ),
    Term(
        "vidensstyrke",
        "Hvor sikker viden der er bag en anbefaling for denne borgers målgruppe: stærk, moderat, "
        "begrænset, erfaringsbaseret eller ikke vurderet. Grundene står altid ved siden af.",
    ),
    Term(
        "stærk",
        "Vidensstyrke: mindst to uafhængige evalueringer med sammenligningsgruppe er enige om et "
        "udfald for borgere som denne, og intet trækker ned.",
    ),
    Term(
        "moderat",
        "Vidensstyrke: mindst én evaluering med sammenligningsgruppe har undersøgt borgere som "
        "denne, og intet trækker ned, men ingen uafhængig evaluering bekræfter den.",
    ),
    Term(
        "begrænset",
        "Vidensstyrke: der er sammenlignet, men noget trækker ned, for eksempel en anden "
        "målgruppe, meget få steder, gammel viden eller modstridende fund. Også når der kun er "
        "brugt statistisk kontrol.",
    ),
    Term(
        "erfaringsbaseret",
        "Vidensstyrke: der er kun beskrivelser, oplevelser eller eksempler, og ingen har "
        "sammenlignet med borgere uden indsatsen.",
    ),
    Term(
        "ikke vurderet",
        "Vidensstyrke: anbefalingen hviler ikke på et fund, eller kilden siger ikke, hvordan man "
        "nåede frem til det. Rådet kan være godt, men vi kan ikke sige, hvor sikkert det er.",
    ),
    Term(
        "modstridende fund",
        "Et fund er positivt, og et andet om det samme udfald er ikke. Læs begge, før du bruger "
        "anbefalingen.",
    ),
    Term(
        "afstand",
        "Hvor tæt de undersøgte borgere er på denne borger: direkte, på grænsen, delvis, ukendt "
        "eller indirekte. Den siger, om viden kan overføres, ikke om borgeren har ret til noget.",
    ),
    Term(
        "anbefaling",
        "Et råd om, hvad man kan gøre, med den, der giver det, og de fund, det hviler på. Det er "
        "ikke en regel.",
    ),
    Term(
        "element",
        "En del af en afprøvet model, for eksempel den faste kontaktperson. Er kun hele modellen "
        "undersøgt, ved vi ikke, hvad delen gør alene.",
    ),
)
