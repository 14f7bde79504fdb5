"""What is wrong with levels, markers, headings and files: titles, explanations and examples of these rules."""

from outline.checking.rule import Rule
from outline.language import gettext_noop

STYLE_RULES = (
    Rule(
        "announced-number",
        "warning",
        gettext_noop("another number of points than announced"),
        gettext_noop(
            "The text announces so many points, and another number of points follows right behind. Told at the announcement."
        ),
        "在水利会上的讲话\n同志们：\n今天我讲三点意见。\n一、修渠\n渠要修到田头。\n二、清淤\n淤要清干净。",
        "在水利会上的讲话\n同志们：\n今天我讲两点意见。\n一、修渠\n渠要修到田头。\n二、清淤\n淤要清干净。",
    ),
    Rule(
        "level-order",
        "warning",
        gettext_noop("a level that is skipped or reversed"),
        gettext_noop(
            "GB/T 9704-2012 numbers levels 一、 （一） 1. （1） in this order. Told once for each pair of levels; a text of two levels may"
            " leave one out, if it does so throughout."
        ),
        "（一）农业\n一、修渠\n二、清淤\n（二）林业\n一、植树\n二、护林",
        "一、农业\n1.修渠\n2.清淤\n二、林业\n1.植树\n2.护林",
    ),
    Rule(
        "mixed-width",
        "warning",
        gettext_noop("full width and half width mixed"),
        gettext_noop(
            "Markers of one form have brackets, signs or digits of full width in one place and of half width in another."
        ),
        "（一）修渠\n(二)清淤\n（三）植树",
        "（一）修渠\n1.春天修\n2.秋天修\n（二）清淤",
    ),
    Rule(
        "marker-punctuation",
        "warning",
        gettext_noop("punctuation that does not belong to the marker"),
        gettext_noop(
            "GB/T 9704-2012 and GB/T 15834-2011 write 一、 （一） 1. （1） ① and 第一，. Told once where a text does otherwise throughout."
        ),
        "（一）、修渠\n（二）、清淤\n（三）、植树",
        "（一）修渠\n（二）清淤\n（三）植树",
    ),
    Rule(
        "sibling-form",
        "warning",
        gettext_noop("headings of one level with and without a full stop"),
        gettext_noop(
            "Of the headings of a series that stand on lines of their own, some end in a full stop and others do not."
        ),
        "一、修渠\n渠要修到田头。\n二、清淤。\n淤要清干净。\n三、植树\n树要种满山。",
        "一、修渠\n渠要修到田头。\n二、清淤\n淤要清干净。\n三、植树\n树要种满山。",
    ),
    Rule(
        "empty-heading",
        "warning",
        gettext_noop("nothing behind a marker"),
        gettext_noop("A marker without a heading, where nothing belongs to it or the others of its series have one."),
        "一、修渠\n二、清淤\n三、",
        "一\n今年的雨来得早。\n二\n今年的秧也插得早。",
    ),
    Rule(
        "heading-too-long",
        "warning",
        gettext_noop("a heading of more than two lines"),
        gettext_noop(
            "A heading on a line of its own, with text below it, has more than 50 characters and is no sentence."
        ),
        "一、修好村前村后大大小小十几条水渠并把它们和去年冬天刚刚挖好的新塘坝以及河边的三座老泵站一座不落地全部连成一张网\n渠要修到田头。\n"
        "二、清淤\n淤要清干净。",
        "一、修好水渠\n渠要修到田头。\n二、清淤\n淤要清干净。",
    ),
    Rule(
        "cut",
        "warning",
        gettext_noop("text is missing"),
        gettext_noop(
            "The page says that text was left out, or the text stops in the middle of a sentence and took a marker along."
        ),
        "一、修渠\n渠要修到田头。\n……（此处省略若干字）……\n四、植树\n树要种满山。",
        "一、修渠\n渠要修到田头。\n二、植树\n树要种满山。",
    ),
    Rule(
        "replaced-characters",
        "warning",
        gettext_noop("characters that cannot be decoded"),
        gettext_noop("Bytes of the file are no characters in its encoding. Told at the first."),
    ),
    Rule(
        "missing-page",
        "warning",
        gettext_noop("pages without text"),
        gettext_noop("Pages of a PDF are damaged or only pictures, so that their text is missing."),
    ),
    Rule(
        "doubtful-order",
        "warning",
        gettext_noop("lines perhaps in the wrong order"),
        gettext_noop(
            "Columns of a page of a PDF could not be told apart, so that its lines may stand in the wrong order."
        ),
    ),
    Rule(
        "missing-part",
        "warning",
        gettext_noop("a part of the file is missing"),
        gettext_noop("A file inside a Word file cannot be read, so that its text is missing."),
    ),
    Rule(
        "depth-capped",
        "info",
        gettext_noop("deeper than level 64"),
        gettext_noop("Points deeper than level 64 stand at level 64."),
    ),
    Rule(
        "heading-guessed",
        "info",
        gettext_noop("the end of a heading is a guess"),
        gettext_noop("Headings run into their bodies without any sign, and where they end was judged by their words."),
        "同志们：我讲三点意见。一、过去一年工作回顾过去一年，我们坚持稳字当头，各项工作取得新进展。"
        "二、今年主要任务今年是承上启下的一年，要集中力量办好几件大事。"
        "三、加强自身建设我们要牢记宗旨，把群众的事一件一件办好。",
        "一、统一思想。各单位要早谋划。二、落实责任。任务要到人。三、严肃纪律。推诿要处理。",
    ),
    Rule(
        "doubtful",
        "info",
        gettext_noop("a point that is not sure"),
        gettext_noop(
            "How sure it is that a point is one and hangs where it hangs is less than 0.75. Told once for each series."
        ),
    ),
    Rule(
        "read-as-text",
        "info",
        gettext_noop("a line like a point was read as text"),
        gettext_noop(
            "A line begins as the points of a series do, or lines count on with each other, but they were read as text."
        ),
    ),
)
