"""Partners' offers, kept by administrators; referrals to look at, never the story."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from welcome.models import Adjustment
from welcome.traced_admin import ReadOnly, Traced

from .models import Need, Offer, OfferTime, Referral


def _ticked(choices: Any, *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


class OfferForm(forms.ModelForm):
    """What comes from a closed list is ticked, not typed."""

    needs = _ticked(Need.choices, required=True)
    meets = _ticked(Adjustment.choices)
    cannot_meet = _ticked(Adjustment.choices)
    website = forms.URLField(required=False, assume_scheme="https")

    class Meta:
        model = Offer
        fields = [
            "site", "partner", "name", "words", "needs", "stands", "ages_from",
            "ages_to", "only_for", "districts", "languages", "phone", "email",
            "website", "fees", "where", "address", "city", "postcode",
            "by_phone_or_video", "access", "meets", "cannot_meet", "takes",
            "capacity", "wait_weeks", "paused_until",
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An offer is of the place where its partner is."""
        said: dict[str, Any] = super().clean() or {}
        partner, site = said.get("partner"), said.get("site")
        if partner and not partner.is_partner:
            self.add_error("partner", "Choose an organisation that is a partner.")
        if partner and site and partner.site_id not in (None, site.pk):
            self.add_error("site", f"{partner} is at another site. Choose that site.")
        if set(said.get("meets", [])) & set(said.get("cannot_meet", [])):
            self.add_error(
                "cannot_meet", "The same need is ticked in both. Choose one."
            )
        return said


class OfferTimes(admin.TabularInline):
    model = OfferTime
    extra = 0


@admin.register(Offer)
class OfferAdmin(Traced):
    form = OfferForm
    inlines = [OfferTimes]
    list_display = ["name", "partner", "site", "room"]
    list_select_related = ["partner", "site"]
    list_filter = ["site", "capacity"]
    search_fields = ["name", "partner__name"]
    autocomplete_fields = ["partner", "site"]

    def save_model(
        self, request: HttpRequest, obj: Offer, form: Any, change: Any
    ) -> None:
        """Users who have its page open are told, and so is every directory."""
        obj.changed_at = timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(Referral)
class ReferralAdmin(ReadOnly):
    """Where each stands and since when. No name, and no word of anyone's story."""

    list_display = ["reference", "state", "partner", "team", "sent_at", "answer_due_on"]
    list_select_related = ["person", "partner", "team"]
    list_filter = ["state"]
    fields = [
        "reference", "state", "partner", "team", "offer", "sent_at", "answer_due_on",
        "answered_at", "moved_at", "moved_by", "reason", "decided_at",
    ]  # fmt: skip

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("person")

    @admin.display(description="reference")
    def reference(self, referral: Referral) -> str:
        return referral.person.reference
