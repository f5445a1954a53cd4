from django.db import migrations

from portal.search_text import search_text_of


def fill(apps, schema_editor):
    """Give the editions that are published already the text they are searched by."""
    editions = apps.get_model("portal", "Edition").objects
    for edition in editions.filter(search_text="").iterator(chunk_size=100):
        editions.filter(pk=edition.pk).update(search_text=search_text_of(edition.document))


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_edition_search_text")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
