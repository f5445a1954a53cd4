from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    """Evalueringer: what we know works."""

    name = "evaluations"
    verbose_name = "Hvad vi ved virker"
    default_auto_field = "django.db.models.BigAutoField"
