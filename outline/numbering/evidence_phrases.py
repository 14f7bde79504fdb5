"""What the facts of the evidence are called in words: a table for each kind of fact that takes one of a few values."""

from outline.language import gettext_noop as N_  # noqa: N812 – as gettext calls it

EDGES = {
    "LINE": N_("at the head of a paragraph"),
    "SENTENCE": N_("behind a sentence"),
    "CLAUSE": N_("behind ；"),
    "COLON": N_("behind ："),
    "COMMA": N_("behind a comma"),
    "BLANK": N_("behind a blank"),
    "BROKEN": N_("behind a line break in a sentence"),
    "GLUE": N_("right behind other words"),
    "SOFT": N_("behind a line end that may be a wrap"),
    "line": N_("at the head of a line"),
    "clause": N_("behind a clause"),
    "comma": N_("behind a comma"),
    "glue": N_("inside words"),
}
CLASSES = {
    "line": N_("a line begin"),
    "end": N_("the line end"),
    "particle": N_("a particle"),
    "numeral": N_("a numeral"),
    "digit": N_("a digit"),
    "letter": N_("a letter"),
    "sign": N_("a sign"),
    "han": N_("a word"),
    "agenda": N_("words that go on to it"),
    "reference": N_("words that refer to another place"),
}
ORDERS = {
    "above": N_("of a higher rank"),
    "below": N_("of a lower rank"),
    "like": N_("of the same rank"),
    "out": N_("of a higher rank"),
    "in": N_("of a lower rank"),
}
ABOUT = {
    "": "",
    "alone": N_("nothing counts on with it"),
    "top": N_("at the top"),
    "in": N_("inside"),
    "row": N_("beside a fellow"),
    "closes": N_("a series before it is over"),
    "lookalike": N_("a sign that scanners read for a numeral"),
    "echo": N_("the same marker and words stood before"),
    "lists on": N_("the next numeral follows at once"),
    "behind marker": N_("right behind a marker"),
    "below heading": N_("below a line like a heading"),
    "bias": N_("anything that looks like a marker"),
    "styled": N_("the file says it is a heading"),
    "automatic": N_("the file counts it"),
    "file heading could be numbered": N_("a heading in the file whose words begin like a marker"),
    "file level inside lesser": N_("inside a heading of a lesser level in the file"),
    "file level inside equal": N_("inside a heading of the same level in the file"),
    "file level inside like": N_("inside a numbered heading of the same level in the file, dressed alike"),
    "file heading inside point": N_("a heading without a number inside a point that is no heading in the file"),
    "file marks others": N_("the file marks other points, even inside of paragraphs"),
    "file heading left by point": N_("leaves a heading without a number, and is none in the file"),
    "file heading left by finer": N_(
        "leaves a numbered heading, begins with 1, and is finer than that and no heading in the file"
    ),
    "file heading left by first": N_("leaves a numbered heading, begins anew with 1, and is no heading in the file"),
    "file heading goes on with point": N_(
        "goes on with points that are no headings, though it is the next of the headings"
    ),
    "file heading ends series": N_("a heading without a number ends a series that goes on"),
    "file series runs on": N_("counts on below a heading without a number from the points below the one before"),
    "file level leaves lesser": N_("leaves a heading of a greater level in the file"),
    "file level changes": N_("goes on with headings of another level in the file"),
    "file list inside": N_("inside a point of the same list, which counts it deeper"),
    "file list inside deeper": N_("inside a point of the same list, which counts it no deeper"),
    "file list leaves outer": N_("leaves a point of the same list, which counts it deeper"),
    "file list goes on": N_("goes on in the list of the file"),
    "file list stands likewise": N_("inside a point like that behind which its list began"),
    "file list changes level": N_("goes on in the list of the file with another level"),
    "leads": N_("numbers that begin with its own follow"),
    "alone leads": N_("nothing counts on with it, but numbers that begin with its own follow"),
    "closes own": N_("it is over, though the number that follows belongs inside its last"),
    "closes anew": N_("the first point of the text stands here again"),
    "top anew": N_("at the top, where the first point of the text stands again"),
    "begins text": N_("nothing is said before it"),
    "several announced": N_("the words before it announce several points"),
    "goes back": N_("less than the decimal before it"),
    "in own later": N_("not the first decimal of that number"),
    "closes in": N_("a series of a higher rank is over"),
    "closes out": N_("a series of a lower rank is over"),
    "closes like": N_("a series of its own style is over"),
}
YES_OR_NO = {
    "announced": (N_("announced before"), N_("not announced")),
    "automatic": (N_("the only one that the file counts"), N_("not the only one that the file counts")),
    "styled": (N_("a heading in the file"), N_("no heading in the file")),
    "first": (N_("number 1"), N_("a later number")),
    "part": (N_("below a heading without a number, with sentences between"), N_("below no such heading")),
    "several": (N_("several points are announced"), N_("no points are announced")),
    "company": (N_("a series stands in it"), N_("no series stands in it")),
    "cut": (N_("text was cut away near"), N_("no text was cut away near")),
    "second": (N_("the second of its series"), N_("not the second of its series")),
    "dress": (N_("dressed as the one before"), N_("dressed otherwise than the one before")),
    "family": (N_("of the same style"), N_("of another style")),
    "same family": (N_("in a marker of the same style"), N_("in a marker of another style")),
    "live": (N_("that goes on further down"), N_("that goes on nowhere")),
    "addressed": (N_("an audience is addressed between"), N_("no audience is addressed between")),
    "colon": (N_("behind a colon"), N_("behind no colon")),
    "same paragraph": (N_("in the same paragraph"), N_("in another paragraph")),
    "heading": (N_("below a line like a heading"), N_("below no heading")),
    "tight": (N_("nothing stands between its items"), N_("other lines stand between its items")),
    "finished": (N_("its items end like sentences"), N_("its items do not end like sentences")),
}
FELLOW = (N_("none"), N_("one at another edge"), N_("one at the same edge"))
NEAR = {"paragraph": N_("in the same paragraph"), "near": N_("a line away"), "far": N_("lines away")}
USUAL = {
    "1": N_("as elsewhere in the text"),
    "-1": N_("the other way round elsewhere"),
    "0": N_("as nowhere else in the text"),
}
DECIMAL = {
    "none": N_("no decimal"),
    "own": N_("its decimal begins with that number"),
    "prefix": N_("its decimal begins with part of it"),
    "other": N_("its decimal begins otherwise"),
    "no decimal": N_("a decimal in what is none"),
}
STEPS = {
    "last": N_("closes without a number"),
    "inside": N_("its number belongs inside the one before"),
    "other outer": N_("the numbers before its point differ"),
    "other depth": N_("has more or fewer numbers before its own"),
    "far": N_("skips many numbers"),
    "back": N_("goes far back"),
    "inserted": N_("inserted (之一)"),
    "inserted elsewhere": N_("inserted behind another"),
    "0": N_("repeats"),
    "1": N_("is the next number"),
    "-1": N_("goes back by one"),
}
WORDS = {
    "behind": N_("the same word behind both numerals"),
    "before": N_("the same word before both"),
    "no": N_("no word in common"),
}
OPENS = {
    "1": N_("begins a series at 1"),
    "2": N_("begins a series at 2"),
    "more": N_("begins a series at a later number"),
}
BLANKS = {
    "field": N_("before a field to fill in"),
    "sentence": N_("before a sentence with a blank to fill in"),
}
ABOVE = {
    "table": N_("below a table or figure"),
    "words": N_("below no table or figure"),
    "nothing": N_("with nothing above it"),
}
ANNEXED = {
    "label": N_("the label of a list of annexes"),
    "behind": N_("in a list of annexes, behind its label"),
    "below": N_("in a list of annexes, below its label"),
    "after": N_("goes on in a list of annexes"),
    "beside": N_("an annex beside another that is only named"),
}
NOTED = {
    "behind": N_("in a list of notes, behind its label"),
    "below": N_("in a list of notes, below its label"),
    "after": N_("goes on in a list of notes"),
}
REMARKED = {
    "behind": N_("in a list of remarks, behind its label"),
    "below": N_("in a list of remarks, below its label"),
    "after": N_("goes on in a list of remarks"),
}
HERE = {"line": N_("on a line of its own"), "inside": N_("inside a line")}
TURNS = {
    "sums": N_("words before it sum up"),
    "goes": N_("words before it go on to something else"),
    "adds": N_("words before it add something"),
    "here": N_("words before it say what for"),
}
BEYOND = {
    "within": N_("no farther below the point than its brothers reach"),
    "next": N_("where the next of its brothers would stand"),
    "past": N_("farther below the point than its brothers reach"),
}
LEADS = {
    "line": N_("announced at the head of a line"),
    "inside": N_("announced inside a line"),
}
