"""What the facts of the evidence are called in words: a table for each kind of fact that takes one of a few values."""

EDGES = {
    "LINE": "at the head of a paragraph",
    "SENTENCE": "behind a sentence",
    "CLAUSE": "behind ；",
    "COLON": "behind ：",
    "COMMA": "behind a comma",
    "BLANK": "behind a blank",
    "BROKEN": "behind a line break in a sentence",
    "GLUE": "right behind other words",
    "SOFT": "behind a line end that may be a wrap",
    "line": "at the head of a line",
    "clause": "behind a clause",
    "comma": "behind a comma",
    "glue": "inside words",
}
CLASSES = {
    "line": "a line begin",
    "end": "the line end",
    "particle": "a particle",
    "numeral": "a numeral",
    "digit": "a digit",
    "letter": "a letter",
    "sign": "a sign",
    "han": "a word",
}
ORDERS = {
    "above": "of a higher rank",
    "below": "of a lower rank",
    "like": "of the same rank",
    "out": "of a higher rank",
    "in": "of a lower rank",
}
ABOUT = {
    "": "",
    "alone": "nothing counts on with it",
    "top": "at the top",
    "in": "inside",
    "row": "beside a fellow",
    "closes": "a series before it is over",
    "lookalike": "a sign that scanners read for a numeral",
    "echo": "the same marker and words stood before",
    "lists on": "the next numeral follows at once",
    "behind marker": "right behind a marker",
    "below heading": "below a line like a heading",
    "bias": "anything that looks like a marker",
    "styled": "the file says it is a heading",
    "automatic": "the file counts it",
    "several announced": "the words before it announce several points",
    "closes in": "a series of a higher rank is over",
    "closes out": "a series of a lower rank is over",
    "closes like": "a series of its own style is over",
}
YES_OR_NO = {
    "announced": ("announced before", "not announced"),
    "automatic": ("counted by the file", "not counted by the file"),
    "styled": ("a heading in the file", "no heading in the file"),
    "first": ("number 1", "a later number"),
    "several": ("several points are announced", "no points are announced"),
    "company": ("a series stands in it", "no series stands in it"),
    "cut": ("text was cut away near", "no text was cut away near"),
    "second": ("the second of its series", "not the second of its series"),
    "dress": ("dressed as the one before", "dressed otherwise than the one before"),
    "family": ("of the same style", "of another style"),
    "same family": ("in a marker of the same style", "in a marker of another style"),
    "live": ("that goes on further down", "that goes on nowhere"),
    "addressed": ("an audience is addressed between", "no audience is addressed between"),
    "colon": ("behind a colon", "behind no colon"),
    "same paragraph": ("in the same paragraph", "in another paragraph"),
    "heading": ("below a line like a heading", "below no heading"),
}
FELLOW = ("none", "one at another edge", "one at the same edge")
NEAR = {"paragraph": "in the same paragraph", "near": "a line away", "far": "lines away"}
USUAL = {"1": "as elsewhere in the text", "-1": "the other way round elsewhere", "0": "as nowhere else in the text"}
DECIMAL = {
    "none": "no decimal",
    "own": "its decimal begins with that number",
    "prefix": "its decimal begins with part of it",
    "other": "its decimal begins otherwise",
    "no decimal": "a decimal in what is none",
}
STEPS = {
    "last": "closes without a number",
    "other outer": "the numbers before its point differ",
    "far": "skips many numbers",
    "back": "goes far back",
    "inserted": "inserted (之一)",
    "inserted elsewhere": "inserted behind another",
    "0": "repeats",
    "1": "is the next number",
    "-1": "goes back by one",
}
WORDS = {
    "behind": "the same word behind both numerals",
    "before": "the same word before both",
    "no": "no word in common",
}
