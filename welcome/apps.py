from django.apps import AppConfig


class WelcomeConfig(AppConfig):
    name = "welcome"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add what is this app's to the registries of `welcome`."""
        from . import registrations
        from .registries import checks  # noqa: F401 — registers itself

        registrations.register()
