from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class PortalConfig(AppConfig):
    """Portalen: what law and evidence mean for one citizen on one day."""

    name = "portal"
    verbose_name = "Brugere og udgaver"
    default_auto_field = "django.db.models.BigAutoField"
    default = True


class DeskConfig(admin_apps.AdminConfig):
    """Skrivebordet: Django admin with a site of our own."""

    default_site = "portal.desk.site.DeskSite"
    default = False
