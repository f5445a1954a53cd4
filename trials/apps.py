from django.apps import AppConfig


class TrialsConfig(AppConfig):
    """Forsøg: what the law allows."""

    name = "trials"
    verbose_name = "Hvad loven tillader"
    default_auto_field = "django.db.models.BigAutoField"
