"""The command `outline explain FILE [OFFSET]`: why what looks like a marker counts or not, and where it stands."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from outline.command.complaints import complain
from outline.command.destination import destination
from outline.command.exit_codes import FAILED
from outline.command.input_file import source_of
from outline.command.language_option import LanguageOption
from outline.command.shared_options import DEFAULT_MEGABYTES, MEGABYTE, EncodingOption, InputFormatOption, MaxSizeOption
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers import read
from outline.writers.visible import visible

if TYPE_CHECKING:
    from outline.numbering.explaining import Explanation
    from outline.numbering.lattice import Part

_MOST = 3
"""Features for and against that are shown of each candidate, where all are told of."""


EXPLAIN_HELP = _(
    "Tell why each marker counts, or does not.\n\n"
    "What looks like a marker is a section or text: what spoke for that and against it, and what else it could be. "
    "With OFFSET, all of one."
)


def explain(
    name: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("A file as outline reads it; - is standard input."))],
    offset: Annotated[
        int | None,
        typer.Argument(
            min=0,
            metavar=_("OFFSET"),
            help=_("Where the marker stands, in code points: then all is told."),
            show_default=False,
        ),
    ] = None,
    encoding: EncodingOption = None,
    input_format: InputFormatOption = None,
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    lang: LanguageOption = None,
) -> None:
    """Why each marker counts, or does not."""
    from outline.numbering.explaining import explain as explanations_of

    shown, content = source_of(name)
    try:
        document = read(content, encoding=encoding, format=input_format, max_size=max_size * MEGABYTE)
    except FileProblem as problem:
        complain(shown, problem)
        raise typer.Exit(FAILED) from None
    found = explanations_of(document)
    if offset is not None:
        found = [_at(offset, found)]
    with destination(None, json=False) as write:
        for explanation in found:
            write("".join(line + "\n" for line in _lines(explanation, _MOST if offset is None else None)))


def _at(offset: int, found: list["Explanation"]) -> "Explanation":
    """The explanation of the candidate that holds the offset."""
    for explanation in found:
        if explanation.candidate.start <= offset < explanation.candidate.start + len(explanation.candidate.text):
            return explanation
    nearest = sorted(sorted((one.candidate.start for one in found), key=lambda start: abs(start - offset))[:2])
    if not nearest:
        problem = _("Nothing at {offset} looks like a marker.")
    else:
        problem = _("Nothing at {offset} looks like a marker; the nearest that does begins at {places}.")
    places = _(" and ").join(map(str, nearest))
    raise typer.BadParameter(problem.format(offset=offset, places=places), param_hint=f"'{_('OFFSET')}'")


def _lines(explanation: "Explanation", most: int | None) -> Iterator[str]:
    """What is told of a candidate: what it is, and its features; what else it could be, and, if all is told, the features of that."""
    c, confidence, parts, weights = explanation
    told = _("{marker} is {part}") if confidence is None else _("{marker} is {part}, confidence {confidence:.2f}")
    yield f"[{c.start}:{c.end}] " + told.format(marker=visible(c.text), part=_part(parts[0]), confidence=confidence)
    yield from _evidence(parts[0], weights, most)
    for part in parts[1:2] if most else parts[1:]:
        yield "  " + _("else {part}, {lag:.2f} behind").format(part=_part(part), lag=part.lag)
        if most is None or parts[0].is_text:
            yield from _evidence(part, weights, most)


def _part(part: "Part") -> str:
    if part.is_text:
        return _("text")
    if part.parent is None:
        return _("a section at the top")
    return _("a section in “{marker}” at {offset}").format(marker=visible(part.parent.text), offset=part.parent.start)


def _evidence(part: "Part", weights: dict[str, float], most: int | None) -> Iterator[str]:
    """The features of a part with what they weigh, the weightiest first; what is met several times weighs as often."""
    from outline.numbering.evidence_words import words_of

    weighed = [(times * weights.get(feature, 0.0), feature) for feature, times in Counter(part.evidence).items()]
    for_it, against = _("for"), _("against")
    width = max(len(for_it), len(against))
    for what, sign in ((for_it, 1), (against, -1)):
        some = sorted((one for one in weighed if sign * one[0] > 0), key=lambda one: -sign * one[0])
        for weight, feature in some[:most]:
            yield f"    {what:{width}} {weight:+.2f}  {words_of(feature)}"
        if most and len(some) > most:
            rest = _("in {count} more").format(count=len(some) - most)
            yield f"    {what:{width}} {sum(weight for weight, _feature in some[most:]):+.2f}  {rest}"
