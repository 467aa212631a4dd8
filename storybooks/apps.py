from django.apps import AppConfig


class StorybooksConfig(AppConfig):
    name = "storybooks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add what is this app's to the registries of `welcome`."""
        from . import registrations

        registrations.register()
