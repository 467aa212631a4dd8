"""Playing hopes and DIALOG: mirrors `welcome.actions.hopes` and `.dialogs`."""

from datetime import timedelta
from random import Random

from welcome.actions.dialogs import codes
from welcome.actions.hopes import greatest_rise
from welcome.models import Dialog, Hope, Look, Rating
from welcome.models.dialogs import ITEMS

from ..lives.pen import Step
from ..rows import new_id
from .stage import Stage


def hoped(stage: Stage, step: Step) -> None:
    """Mirrors `name_hope`, and the first number of each."""
    rng = _chance(stage)
    if stage.hopes:  # they came back: the same hopes, another number
        rated(stage, step)
        return
    for words in _words(stage, rng):
        stage.now += timedelta(seconds=20)
        hope = stage.rows.add(
            Hope(
                id=new_id(rng),
                person_id=stage.who.pk,
                words=words,
                named_at=stage.now,
                named_by_id=stage.welcomer.pk,
            )
        )
        stage.record(
            "hope.named", stage.welcomer, hope, person=stage.who, team=stage.team
        )
        stage.hopes[hope.pk] = (hope, [])
        _rate(stage, rng, hope, _scripted(stage, 0) or rng.choice([0, 1, 1, 2, 3, 4]))


def rated(stage: Stage, step: Step) -> None:
    """Mirrors `rate_hope`, and `lay_down` where it came true."""
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
    """Mirrors `fill_in`."""
    rng = _chance(stage)
    before = stage.dialogs[-1].answers if stage.dialogs else {}
    easing = Random(f"easing {stage.who.pk}").random() < 0.7
    dialog = stage.rows.add(
        Dialog(
            id=new_id(rng),
            person_id=stage.who.pk,
            filled_at=stage.now,
            by_id=stage.welcomer.pk,
            **{
                item: _answer(rng, before.get(item), is_easing=easing) for item in ITEMS
            },
        )
    )
    stage.dialogs.append(dialog)
    stage.record(
        "dialog.filled",
        stage.welcomer,
        dialog,
        person=stage.who,
        team=stage.team,
        corrects=False,
        **codes(stage.dialogs, dialog),
    )


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
    scores = stage.hopes[hope.pk][1]
    rating = Rating(
        id=new_id(rng),
        hope_id=hope.pk,
        score=score,
        words=_said(stage, rng, hope, score),
        by_id=stage.welcomer.pk,
        at=stage.now,
    )
    stage.rows.add(rating)
    scores.append(score)
    stage.record(
        "hope.rated",
        stage.welcomer,
        hope,
        person=stage.who,
        team=stage.team,
        first=scores[0],
        now=score,
        again=len(scores) > 1,
        rise=greatest_rise({pk: told for pk, (_, told) in stage.hopes.items()}),
    )


def _lay_down(stage: Stage, hope: Hope) -> None:
    stage.now += timedelta(seconds=15)
    hope.laid_down_at, hope.laid_down_by_id = stage.now, stage.welcomer.pk
    hope.laid_down_why = Hope.Why.COME_TRUE
    stage.record(
        "hope.laid_down",
        stage.welcomer,
        hope,
        person=stage.who,
        team=stage.team,
        why="come_true",
    )


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
