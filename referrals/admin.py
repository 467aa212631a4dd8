"""Partners' offers, kept by administrators; referrals to look at, never the story."""

from typing import Any

from django import forms
from django.contrib import admin

from welcome.admin import ReadOnly, Traced

from .models import Need, Offer, Referral


class OfferForm(forms.ModelForm):
    """The needs are ticked, not typed."""

    needs = forms.MultipleChoiceField(
        choices=Need.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Offer
        fields = [
            "site", "partner", "name", "words", "needs", "ages_from", "ages_to",
            "where", "access", "capacity", "wait_weeks", "paused_until",
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An offer is of the place where its partner is."""
        said: dict[str, Any] = super().clean() or {}
        partner, site = said.get("partner"), said.get("site")
        if partner and not partner.is_partner:
            self.add_error("partner", "Choose an organisation that is a partner.")
        if partner and site and partner.site_id not in (None, site.pk):
            self.add_error("site", f"{partner} is of another place. Choose that one.")
        return said


@admin.register(Offer)
class OfferAdmin(Traced):
    form = OfferForm
    list_display = ["name", "partner", "site", "room"]
    list_select_related = ["partner", "site"]
    list_filter = ["site", "capacity"]
    search_fields = ["name", "partner__name"]
    autocomplete_fields = ["partner", "site"]


@admin.register(Referral)
class ReferralAdmin(ReadOnly):
    """Where each stands and since when. No name, and no word of anybody's story."""

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
