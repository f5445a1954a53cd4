from django.db import migrations

# Emptying whole tables, as tests do, is left alone. A later migration that must fill a new column
# of old editions disables the trigger, and enables it again.
STAY = """
CREATE FUNCTION portal_edition_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'En udgave ændres aldrig og slettes aldrig. Udgiv en ny, eller træk den tilbage.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER edition_stays BEFORE UPDATE OR DELETE ON portal_edition
    FOR EACH ROW EXECUTE FUNCTION portal_edition_stays();
"""
MAY_CHANGE = """
DROP TRIGGER edition_stays ON portal_edition;
DROP FUNCTION portal_edition_stays();
"""


class Migration(migrations.Migration):
    """No edition is changed or deleted, whoever asks the database for it."""

    dependencies = [("portal", "0004_participation")]

    operations = [migrations.RunSQL(STAY, MAY_CHANGE)]
