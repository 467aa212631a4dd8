"""Playing hopes, how near they are, and DIALOG."""

from datetime import timedelta
from random import Random

from welcome.actions.dialog_rows import filled, unsaved_dialog
from welcome.actions.hope_rows import laid_down, named, unsaved_hope, unsaved_rating
from welcome.actions.hope_rows import rated as hope_rated
from welcome.models import Hope, Look
from welcome.models.dialogs import ITEMS

from ..lives.pen import Step
from ..rows import new_id
from .stage import Stage


def hoped(stage: Stage, step: Step) -> None:
    """They name their hopes, with the first number of each."""
    rng = _chance(stage)
    if stage.hopes:  # they came back: the same hopes, another number
        rated(stage, step)
        return
    for words in _words(stage, rng):
        stage.now += timedelta(seconds=20)
        by, pk = stage.welcomer, new_id(rng)
        hope = unsaved_hope(stage.who, words, pk=pk, by=by, at=stage.now)
        stage.happens(named(stage.rows.add(hope)))
        stage.hopes[hope.pk] = (hope, [])
        _rate(stage, rng, hope, _scripted(stage, 0) or rng.choice([0, 1, 1, 2, 3, 4]))


def rated(stage: Stage, step: Step) -> None:
    """Another number for each; one that came true is laid down."""
    rng = _chance(stage)
    stage.look(stage.welcomer, Look.Why.TEAM)
    for hope, scores in list(stage.hopes.values()):
        if hope.laid_down_at:
            continue
        now = _scripted(stage, len(scores), hope) or _moved(rng, scores[-1])
        _rate(stage, rng, hope, now)
        if now >= 9 and rng.random() < 0.5:
            _lay_down(stage, hope)


def satisfied(stage: Stage, step: Step) -> None:
    """They fill in DIALOG, mostly much as before."""
    rng, by, at = _chance(stage), stage.welcomer, stage.now
    before = stage.dialogs[-1].answers if stage.dialogs else {}
    easing = Random(f"easing {stage.who.pk}").random() < 0.7
    pk = new_id(rng)
    said = {item: _answer(rng, before.get(item), is_easing=easing) for item in ITEMS}
    dialog = stage.rows.add(unsaved_dialog(stage.who, said, pk=pk, by=by, at=at))
    stage.dialogs.append(dialog)
    stage.happens(filled(dialog, stage.dialogs, at=at))


def _chance(stage: Stage) -> Random:
    """Of its own, so that hopes change nothing else that is played."""
    return Random(f"hopes {stage.who.pk} {stage.now.isoformat()}")


def _words(stage: Stage, rng: Random) -> list[str]:
    if "hopes" in stage.script:
        return stage.script["hopes"].split(" | ")
    many = rng.choices([1, 2, 3], [45, 40, 15])[0]
    deck, facts = stage.there.hopes, stage.face.facts
    needs = [stage.needs[0], stage.needs[1], stage.needs[0]][:many]
    said = [deck.deal(rng, "would_like", need, facts) for need in needs]
    return list(dict.fromkeys(said))


def _scripted(stage: Stage, nth: int, hope: Hope | None = None) -> int:
    """The number that a script has for it; 0 where there is none."""
    told = stage.script.get("numbers")
    if not told:
        return 0
    return int(told.split(" | ")[_place(stage, hope)].split()[nth])


def _place(stage: Stage, hope: Hope | None) -> int:
    """Which of their hopes it is; without one, that which was named last."""
    return list(stage.hopes).index(hope.pk) if hope else len(stage.hopes) - 1


def _rate(stage: Stage, rng: Random, hope: Hope, score: int) -> None:
    stage.now += timedelta(seconds=15)
    pk, words, by = new_id(rng), _said(stage, rng, hope, score), stage.welcomer
    rating = unsaved_rating(hope, score, words, pk=pk, by=by, at=stage.now)
    stage.rows.add(rating)
    stage.hopes[hope.pk][1].append(score)
    scores = {pk: told for pk, (_, told) in stage.hopes.items()}
    stage.happens(hope_rated(rating, scores))


def _lay_down(stage: Stage, hope: Hope) -> None:
    stage.now += timedelta(seconds=15)
    by, why = stage.welcomer, Hope.Why.COME_TRUE
    stage.happens(laid_down(hope, by=by, at=stage.now, why=why))


def _said(stage: Stage, rng: Random, hope: Hope, score: int) -> str:
    """A few words with some numbers, and none with the first."""
    scores = stage.hopes[hope.pk][1]
    if "said" in stage.script and scores:
        return stage.script["said"].split(" | ")[_place(stage, hope)]
    if not scores or rng.random() < 0.5:
        return ""
    moved = score - scores[-1]
    way = "nearer" if moved > 0 else "further" if moved < 0 else "same"
    return stage.there.hopes.deal(rng, "rated", way, stage.face.facts)


def _moved(rng: Random, score: int) -> int:
    return min(max(score + rng.choice([-2, -1, 0, 0, 1, 1, 1, 2, 3]), 0), 10)


def _answer(rng: Random, before: int | None, *, is_easing: bool) -> int | None:
    """Mostly much as before; now and then left out."""
    if rng.random() < 0.07:
        return None
    if before is None:
        return rng.choice([1, 2, 2, 3, 3, 4, 4, 5, 6])
    steps = [-1, 0, 0, 0, 1, 1, 2] if is_easing else [-1, -1, -1, 0, 0, 0, 1]
    return min(max(before + rng.choice(steps), 1), 7)
