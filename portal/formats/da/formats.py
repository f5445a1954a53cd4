"""Accept a date as people, letters and spreadsheets write it; the first is shown in a form."""

DATE_INPUT_FORMATS = [
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%Y-%m-%d",
]
