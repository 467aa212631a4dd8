"""The answer as a sentence, and the signal in words. All from what may be shown."""

from dataclasses import dataclass

from .findings import Finding
from .measures import Kind, Measure
from .series import Dot
from .spc_limits import Better, Point, Rule, Signal

TOO_FEW = (
    "There are too few people so far to show a number without someone being recognised."
)


@dataclass(frozen=True)
class Answer:
    """“Yes. People waited about” **6 days** “to be heard. It used to be about 14.”"""

    before: str
    number: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.after}"


@dataclass(frozen=True)
class Icon:
    """A card beside the chart: a letter, what it means, and why."""

    letter: str
    kind: str
    title: str
    words: str


def amount(measure: Measure, number: float) -> str:
    """A number with its unit, as one says it.

    Means and limits come here too; they are rounded like the points.
    """
    whole = int(number + 0.5)
    if measure.kind is Kind.SHARE:
        return f"{whole}%"
    if measure.kind is Kind.AVERAGE:
        return f"{whole} day" if whole == 1 else f"{whole} {measure.unit}"
    return f"{whole} {measure.one if whole == 1 else measure.many}"


def answer(finding: Finding) -> Answer:
    """What a commissioner would say if asked the question at a bus stop."""
    dot, measure = finding.latest, finding.measure
    if dot is None or dot.value is None:
        return Answer(_nobody_unheld(finding) + TOO_FEW)
    when = said_when(measure, dot)
    says = measure.says.replace("{when}", when).replace("{When}", _upper_first(when))
    before, _, after = says.partition("{}")
    return Answer(
        _nobody_unheld(finding) + _kept(measure, dot.value) + before,
        amount(measure, dot.value),
        after + _against_the_usual(finding, dot),
    )


def said_when(measure: Measure, dot: Dot) -> str:
    """“in October 2026”, “from July to September 2026”, “at the end of …”."""
    if measure.kind is Kind.SNAPSHOT:
        return f"at the end of {dot.span.last:%B %Y}"
    return f"{'in' if dot.span.length == 1 else 'from'} {dot.span.words}"


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def signal_of(finding: Finding) -> Icon:
    """What the latest point says, by the rules, and not by eye."""
    dot = finding.latest
    if dot is None or dot.point is None:
        return Icon("", "none", "Too few people to show", TOO_FEW)
    point = dot.point
    if point.rule is None:
        return Icon("", "ordinary", "Ordinary ups and downs", _ORDINARY)
    return Icon(
        point.letter,
        point.signal.value,
        f"{point.letter}: {_title(point)}, and not by chance",
        _why(finding, dot, point.rule),
    )


def _title(point: Point) -> str:
    match point.signal:
        case Signal.IMPROVEMENT:
            return "better"
        case Signal.CONCERN:
            return "worse"
        case _:
            return "more than usual" if point.letter == "H" else "less than usual"


_ORDINARY = (
    "Nothing here is more than chance. Looking for the reason behind one high or low "
    "point would mislead us."
)


def _why(finding: Finding, dot: Dot, rule: Rule) -> str:
    many = "months" if finding.is_by_month else "quarters"
    side = "above" if dot.letter == "H" else "below"
    match rule:
        case Rule.OUTSIDE:
            return f"{dot.span.words} is {side} what chance alone would do."
        case Rule.TREND:
            way = "higher" if dot.letter == "H" else "lower"
            return f"Seven {many} in a row, each {way} than the one before."
        case Rule.TWO_OF_THREE:
            return f"Two of three {many} are far {side} the mean, close to the limit."
        case Rule.SHIFT:
            return (
                f"Seven {many} or more in a row {side} the mean. Something really "
                "changed."
            )


def _nobody_unheld(finding: Finding) -> str:
    if finding.measure.slug != "held":
        return ""
    if finding.is_anybody_unheld:
        return "No: someone has no holder at the moment. Tell the site’s lead today. "
    return "Yes, everyone. "


def _kept(measure: Measure, value: int) -> str:
    if measure.promise is None:
        return ""
    lower = measure.better is Better.LOWER
    kept = value <= measure.promise if lower else value >= measure.promise
    return "Yes. " if kept else "Not yet. "


def _against_the_usual(finding: Finding, dot: Dot) -> str:
    """How the latest point stands to the mean; silent with too few points for one."""
    if dot.point is None or not has_limits(finding):
        return ""
    usual = amount(finding.measure, dot.point.limits.mean)
    if dot.point.rule is None:
        return f" That is within the usual ups and downs around {usual}."
    if finding.set_before:
        return f" Before {finding.set_before.name} it was about {usual}."
    return f" The usual is about {usual}."


def has_limits(finding: Finding) -> bool:
    """Fewer than five points have no usual ups and downs to speak of."""
    return sum(dot.point is not None for dot in finding.dots) >= 5
