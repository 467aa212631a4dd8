from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "referrals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whom partners gave back comes up in the team's daily meeting."""
        from welcome.gathering import COMES_UP

        from .coming_up import given_back_to, passed_around

        COMES_UP.extend([given_back_to, passed_around])
