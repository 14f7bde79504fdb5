"""What is wrong with numbers: titles, explanations and examples of these rules."""

from outline.checking.rule import Rule
from outline.language import gettext_noop

NUMBERING_RULES = (
    Rule(
        "missing-number",
        "error",
        gettext_noop("a number is missing"),
        gettext_noop(
            "A series skips a number. Told at the marker behind the gap. Where text was cut out, the cut is told instead."
        ),
        "一、修渠\n二、清淤\n四、植树",
        "一、农业\n（一）修渠\n（二）清淤\n二、林业\n（三）植树\n（四）护林",
    ),
    Rule(
        "repeated-number",
        "error",
        gettext_noop("a number comes twice"),
        gettext_noop(
            "Two markers of a series have one number. Told at the second; the number that it stands for is not missing then."
        ),
        "一、修渠\n二、清淤\n二、植树\n四、护林",
        "甲村\n一、修渠\n二、清淤\n乙村\n一、植树\n二、护林",
    ),
    Rule(
        "out-of-order",
        "error",
        gettext_noop("numbers out of order"),
        gettext_noop(
            "A number stands behind a greater one, as where two points changed places. Told at the lesser one."
        ),
        "一、修渠\n三、清淤\n二、植树\n四、护林",
        "一、修渠\n二、清淤\n三、植树\n四、护林",
    ),
    Rule(
        "starts-late",
        "error",
        gettext_noop("a series does not begin with one"),
        gettext_noop(
            "A series begins at a later number, and nothing before it counts up to it. Told once where a text often does so."
        ),
        "今年的工作照旧。\n三、修渠\n四、清淤",
        "要办好两件事。首先，把渠修好。第二，把淤清完。第三，把树种上。",
    ),
    Rule(
        "other-dress",
        "warning",
        gettext_noop("a marker is written otherwise than its series"),
        gettext_noop(
            "One marker of a series has another form than the others: other brackets, another numeral, another sign behind it."
        ),
        "1.修渠\n2、清淤\n3.植树\n4.护林",
        "1.修渠\n2.清淤\n3.植树\n4.护林",
    ),
    Rule(
        "only-one",
        "warning",
        gettext_noop("a series of one point"),
        gettext_noop(
            "A point has a number, and nothing counts on behind it. Where there is one point only, it needs no number."
        ),
        "一、农业\n（一）修渠\n渠要修到田头。\n二、林业\n山上要种满树。",
        "一、农业\n（一）修渠\n渠要修到田头。\n（二）清淤\n淤要清干净。\n二、林业\n山上要种满树。",
    ),
)
