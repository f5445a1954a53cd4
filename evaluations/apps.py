from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    """Evalueringer: what we know works."""

    name = "evaluations"
    verbose_name = "Evalueringer"
    default_auto_field = "django.db.models.BigAutoField"
