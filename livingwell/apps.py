from django.apps import AppConfig


class LivingwellConfig(AppConfig):
    name = "livingwell"

    def ready(self) -> None:
        from . import celery, logs  # noqa: F401 — tasks find the app by this import

        logs.set_up()
