from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Portalen: what law and evidence mean for one citizen on one day."""

    name = "portal"
    verbose_name = "Portal"
    default_auto_field = "django.db.models.BigAutoField"
