"""Each kind of event in a plain sentence, and the kinds that sift a history."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Kind(NamedTuple):
    """Events that are read together: a label, and the nouns their codes begin with."""

    label: str
    nouns: Sequence[str]
    order: int


_sentences: dict[str, str] = {}
_to_you: dict[str, str] = {}
_kinds: dict[str, Kind] = {}
_of_no_record: set[str] = set()


def register(
    sentences: Mapping[str, str],
    *,
    to_you: Mapping[str, str] | None = None,
    kinds: Mapping[str, Kind] | None = None,
    of_no_record: Sequence[str] = (),
) -> None:
    """Add an app's events. `of_no_record` are nouns that are about no one's record.
    `to_you` says it to the person, where the sentence for staff speaks about them.

    Raises ValueError where a code or a kind is registered twice.
    """
    twice = _sentences.keys() & sentences.keys() | _kinds.keys() & (kinds or {}).keys()
    if twice:
        raise ValueError(f"Registered twice: {', '.join(sorted(twice))}")
    _sentences.update(sentences)
    _to_you.update(to_you or {})
    _kinds.update(kinds or {})
    _of_no_record.update(of_no_record)


def sentence(what: str, holder: object) -> str:
    """What happened, in words. `holder` is who did it or was asked; names no staff."""
    words = _sentences.get(what)
    if words is None:
        return what.replace(".", ": ").replace("_", " ").capitalize()
    return words.format(holder=holder)


def sentence_to_you(what: str, holder: object) -> str:
    """The same, said to the person whose record it is."""
    words = _to_you.get(what)
    return words.format(holder=holder) if words else sentence(what, holder)


def kinds() -> dict[str, Kind]:
    """Every kind, in the order in which pages list them."""
    return dict(sorted(_kinds.items(), key=lambda one: one[1].order))


def codes() -> list[str]:
    """Every code that has a sentence."""
    return list(_sentences)


def without_kind() -> list[str]:
    """Codes about a person that no kind of the history would show."""
    nouns = {noun for kind in _kinds.values() for noun in kind.nouns} | _of_no_record
    return [code for code in _sentences if code.split(".")[0] not in nouns]
