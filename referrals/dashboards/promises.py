"""Whether a promise is kept: in a word, an icon and a sentence."""

from .answers import Icon, amount
from .findings import Finding
from .spc import assurance
from .spc_limits import Assurance


def promise_of(finding: Finding) -> Icon | None:
    """Whether the promise is kept as things run now; None without a promise."""
    dot, measure = finding.latest, finding.measure
    if dot is None or dot.point is None or measure.promise is None:
        return None
    promise = amount(measure, measure.promise)
    if finding.set_before:
        kind, title, words = _NOT_YET
        words = words.format(promise=promise, tried=finding.set_before.name)
    else:
        says = assurance(dot.point.limits, measure.promise, measure.better)
        kind, title, words = _PROMISES[says]
        words = words.format(promise=promise)
    return Icon(title[0], kind, title, words)


_NOT_YET = (
    "hit-and-miss",
    "?: too soon to promise it",
    "These limits are from before {tried}. Once the change has lasted, set new ones. "
    "They will show whether we can promise {promise}.",
)
_PROMISES = {
    Assurance.PASSES: (
        "passes",
        "P: we can promise it",
        "As things are now, we keep to {promise} in every ordinary period.",
    ),
    Assurance.FAILS: (
        "fails",
        "F: we cannot promise it yet",
        "As things are now, {promise} is out of reach. Trying harder will not be "
        "enough: we need to change how we work.",
    ),
    Assurance.HIT_AND_MISS: (
        "hit-and-miss",
        "?: sometimes kept, sometimes not",
        "As things are now, we keep to {promise} in one period and miss it in the "
        "next, by chance alone.",
    ),
}
