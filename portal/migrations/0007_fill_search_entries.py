from django.db import migrations

from portal.retrieval.passages import searchables
from portal.words import EditionKind

ADD = """
INSERT INTO portal_searchentry (edition_id, finding, words) VALUES (%s, %s, %s::tsvector)
"""


def fill(apps, schema_editor):
    """Let what is published already be found."""
    editions = apps.get_model("portal", "Edition").objects
    newest = editions.order_by("kind", "slug", "-number").distinct("kind", "slug")
    with schema_editor.connection.cursor() as cursor:
        for edition in newest.iterator(chunk_size=100):
            if not edition.withdrawn:
                for each in searchables(EditionKind(edition.kind), edition.document):
                    cursor.execute(ADD, [edition.pk, each.finding, each.vector])


class Migration(migrations.Migration):
    dependencies = [("portal", "0006_search_entries")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
