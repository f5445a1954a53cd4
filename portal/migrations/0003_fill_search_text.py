from django.db import migrations


class Migration(migrations.Migration):
    """Once filled the column that 0006 takes away again."""

    dependencies = [("portal", "0002_edition_search_text")]

    operations = []
