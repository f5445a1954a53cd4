from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Anbefalinger: what to do about it."""

    name = "evaluations.recommendations"
    label = "recommendations"
    verbose_name = "Anbefalinger"
    default_auto_field = "django.db.models.BigAutoField"
