"""docs/import.md tells of the tables as they are: their headings are a promise to others."""

from django.conf import settings

from portal.exchange.tables import TABLES

TOLD = (settings.BASE_DIR / "docs" / "import.md").read_text(encoding="utf-8")


def test_every_table_is_told_with_its_columns_and_keys():
    for table in TABLES.values():
        names = [
            f"**{column.heading}**" if column.field in table.keys else column.heading
            for column in table.columns
        ]
        assert f"### {table.title} (`{table.slug}`)\n\n{', '.join(names)}\n" in TOLD
