from django.db import migrations


class Migration(migrations.Migration):
    """What is done to the worked examples stands in the trail, as what is done to all the desk."""

    dependencies = [("portal", "0009_submission"), ("trials", "0005_worked_examples")]

    operations = [
        migrations.RunSQL(
            "SELECT portal_keep_trail('trials_workedexample')",
            "SELECT portal_end_trail('trials_workedexample')",
        )
    ]
