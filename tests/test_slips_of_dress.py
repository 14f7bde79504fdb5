"""Points whose dress was lost, or is that of another level: they are looked for in a time that grows with the text."""

import pytest
from time_limits import check_growth

from outline import parse

UNITS = {
    "holes": "一、开门\n三、关门\n",
    "holes inside holes": "一、甲\n（一）乙\n1、丙\n（1）丁\n（3）戊\n3、己\n（三）庚\n三、辛\n",
    "another level in the middle": "（一）甲甲\n（二）乙乙\n三、丙丙\n（四）丁丁\n",
    "a first that lost a bracket": "一）借款\n（二）利息\n（三）费用\n",
    "one hole with many lines": "三月底\n二级路\n",
}


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_text(name: str) -> None:
    check_growth(lambda size: UNITS[name] * size, parse, 1000)
