"""Points whose dress was lost, or is that of another level: they are looked for in a time that grows with the text."""

import pytest
from time_limits import check_growth

from outline import parse

UNITS = {
    "holes": "一、开门\n三、关门\n",
    "holes inside holes": "一、甲\n（一）乙\n1、丙\n（1）丁\n（3）戊\n3、己\n（三）庚\n三、辛\n",
    "another level in the middle": "（一）甲甲\n（二）乙乙\n三、丙丙\n（四）丁丁\n",
    "a first that lost a bracket": "一）借款\n（二）利息\n（三）费用\n",
    "late ones outside": "三、强调：\n1、新墙完工。\n2、小组成立。\n4、关于费用\n（1）街道补助。\n（2）学校自筹。\n",
    "lists begun anew": "①走路？（回答）\n小结：脚有点痛。\n②过石子路。\n练习。\n①看手印，想一想。（尝试）\n②练习爬。\n③难不难？\n",
    "one hole with many lines": "三月底\n二级路\n",
}


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_text(name: str) -> None:
    check_growth(lambda size: UNITS[name] * size, parse, 1000)


def test_what_stands_behind_a_point_that_was_raised_keeps_its_levels() -> None:
    text = """\
在全镇工作会议上的讲话
（一）抓好春耕。不误农时。
1、修好水渠。渠要修到田头。
2、备好种子。种子要早备。
（二）守住堤坝。人要上堤。
1、巡查到位。白天黑夜有人。
2、物资到位。沙袋码到堤上。
三 办好学校。先修房子。
1、修缮校舍。暑假里完工。
（1）换好门窗。先换教室的。
（2）粉刷墙面。再刷食堂的。
2、配齐教师。开学前到岗。
（四）管好集镇。街面要整洁。
1、整治摊点。先把线划好。
（1）划线定位。一摊一位。
（2）专人管理。早晚各查一次。
2、清运垃圾。一天也不落。
"""
    assert [section.level for section in parse(text).walk()] == [1, 2, 2, 1, 2, 2, 1, 2, 3, 3, 2, 1, 2, 3, 3, 2]
