"""The words around a chart: over it, under it, and in place of it."""

from .answers import amount, has_limits
from .findings import Finding
from .measures import Kind
from .series import SCREENED
from .spc_limits import SETTLED_FROM, Better, Limits, Signal

_BETTER = {
    Better.HIGHER: "Higher is better. ",
    Better.LOWER: "Lower is better. ",
    Better.NEITHER: "",
}
_SHOWN = {
    Kind.COUNT: "How many in each {}, to the nearest 5. ",
    Kind.SHARE: "Share in each {}, from rounded counts. ",
    Kind.AVERAGE: "Average for each {}. ",
    Kind.SNAPSHOT: "How many at the end of each {}, to the nearest 5. ",
}


def over(finding: Finding) -> str:
    """Under the chart's name: what a point is, which way is better, whose limits."""
    period = "month" if finding.is_by_month else "quarter"
    measure = finding.measure
    return (
        _SHOWN[measure.kind].format(period) + _BETTER[measure.better] + _limits(finding)
    )


def described(finding: Finding) -> str:
    """The chart in a sentence or two, for someone who does not see it."""
    shown = [dot for dot in finding.dots if dot.value is not None]
    first, last = shown[0], shown[-1]
    ends = [
        f"{amount(finding.measure, dot.value or 0)} in {dot.span.words}"
        for dot in ([first, last] if first is not last else [last])
    ]
    words = f"From {' to '.join(ends)}. "
    if has_limits(finding) and last.point:
        words += limits_in_words(finding, last.point.limits).capitalize() + ". "
    return words + "Every number is in the table below."


def title(finding: Finding) -> str:
    first, last = finding.dots[0].span, finding.dots[-1].span
    period = "month by month" if finding.is_by_month else "quarter by quarter"
    return f"{finding.measure.name}, {period}, {first.words} to {last.words}"


def when(finding: Finding) -> str:
    """Over a table by group."""
    if finding.window is None:
        return ""
    if finding.measure.kind is Kind.SNAPSHOT:
        return f"at the end of {finding.window.last:%B %Y}"
    return finding.window.words


def lines(finding: Finding) -> str:
    """The key to the lines."""
    words = ""
    last = finding.latest
    if has_limits(finding) and last and last.point:
        limits = limits_in_words(finding, last.point.limits)
        words = f"Solid and dashed lines: {limits}. "
    if finding.measure.promise is not None:
        promise = amount(finding.measure, finding.measure.promise)
        words += f"Dotted red: our promise, {promise}. "
    if any(dot.value is None for dot in finding.dots):
        words += "Where the line breaks, there were too few people to show. "
    return words


def shapes(finding: Finding) -> list[tuple[Signal, str, str]]:
    """The key to the points that speak: signal, its shape, what it says."""
    seen = {dot.point.signal for dot in finding.dots if dot.letter and dot.point}
    key = [
        (Signal.IMPROVEMENT, "Blue diamonds", "better, and not by chance."),
        (Signal.CONCERN, "Orange squares", "worse, and not by chance."),
        (Signal.NEUTRAL, "Plum triangles", "different, and not by chance."),
    ]
    return [one for one in key if one[0] in seen]


def limits_in_words(finding: Finding, limits: Limits) -> str:
    """“mean 14 days, limits 8 and 20 days”, without one that no one can reach."""
    words = f"mean {amount(finding.measure, limits.mean)}"
    top = 100 if finding.measure.kind is Kind.SHARE else float("inf")
    reach = [n for n in (limits.lower, limits.upper) if 0 < round(n) < top]
    if reach:
        named = " and ".join(amount(finding.measure, n) for n in reach)
        words += f", limit{'s' if len(reach) > 1 else ''} {named}"
    return words


def _limits(finding: Finding) -> str:
    many = "months" if finding.is_by_month else "quarters"
    if not has_limits(finding):
        return "Too early for limits."
    count = _set_on(finding)
    words = f"Limits based on all {count} {many}"
    if rebased := [one for one in finding.changes if one.rebase_from]:
        words = f"New limits from {rebased[-1].name}"
    if finding.set_before:
        words = f"Limits based on the {count} {many} before {finding.set_before.name}"
    screened = "outlying moves left out" if SCREENED else "nothing left out"
    words += f", by the NHS England method, with {screened}."
    if count < SETTLED_FROM:
        words += f" With {count} {many} these are trial limits."
    return words


def _set_on(finding: Finding) -> int:
    """How many points made the limits that hold now."""
    marked = [(dot.span.start, dot.point) for dot in finding.dots if dot.point]
    here = [start for start, point in marked if point.limits == marked[-1][1].limits]
    if finding.set_before:
        tried = finding.set_before.began_on.replace(day=1)
        here = [start for start in here if start < tried]
    return len(here)
