"""Words with a colon that label a list beside the text, which counts none of its points: annexes, notes, remarks."""

from collections.abc import Iterator

from outline.patterns import late

_ENDS = (late("：(?<=[附件录表图下单称料载）注释源明]：)"), late("】(?<=件】)"))
"""Each begins with one character, which CPython looks for ten times as fast as for a class."""
ANNEXES = r"(?:相关|有关)?附[件录表图]?(?:如下|目录|清单|名称|材料|下载)?(?:（[^（）\n]{1,8}）)?：|【附件】"
_LABEL = late(
    r"(?:\A|[\n。；（※*])(?:"
    rf"(?P<annexed>{ANNEXES})"
    r"|(?P<noted>[备附表图]?注(?:释|解)?：|(?:资料|数据)来源：)"
    r"|(?P<remarked>(?:填表|填报|编制)?说明：))\Z"
)
_LONGEST = 24
_OF_REFERENCE = late(r"\[[0-9]{1,3}\]")
"""How references are numbered (GB/T 7714-2015, 10.1), and notes."""


def is_of_reference(label: str) -> bool:
    """Is this folded label of a list that of a reference or a note, which numbers no point?

    >>> [is_of_reference(label) for label in ("[12]", "（12）")]
    [True, False]
    """
    return _OF_REFERENCE.fullmatch(label) is not None


def labels_in(work: str) -> Iterator[tuple[int, str]]:
    """Where each label in the folded `work` ends, behind its colon, and how what it labels stands beside the
    text; at the head of a line or behind a sentence.

    >>> [*labels_in("附 件：1．表\\n备注：1．按户计\\n几点说明：一、工期"), *labels_in("说明：")]
    [(4, 'annexed'), (11, 'noted'), (3, 'remarked')]
    """
    for end in sorted(sign.end() for ends in _ENDS for sign in ends.finditer(work)):
        before = work[max(0, end - _LONGEST) : end]
        label = _LABEL.search(before.replace(" ", "").replace("\u2060", ""))
        if label and label.lastgroup:
            yield end, label.lastgroup
