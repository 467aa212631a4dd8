"""How near a hope is, asked by a partner."""

from typing import Any

from welcome.forms.hopes import RatingForm
from welcome.models import Voice


class PartnersRatingForm(RatingForm):
    """The same question; where it is no number of theirs, it is the partner's view."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        voice: Any = self.fields["voice"]
        own = [said for said in voice.choices if said[0] != Voice.TEAM]
        voice.choices = [*own, (Voice.PARTNER, "Ours")]
