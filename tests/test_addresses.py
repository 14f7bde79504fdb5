"""Whom a document is sent to: the line below its title that names offices or people, and lines that look like it."""

import pytest

from outline import parse

NOTICE = (
    "石桥镇关于清淤的通知\n\n{line}\n\n现将有关事项通知如下：\n\n一、清淤时间\n\n十月。\n\n二、清淤范围\n\n上至石桥。\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "各年级、各处室：",
        "各班级：",
        "各楼栋长：",
        "各业主、经营户：",
        "各参赛选手：",
        "石桥镇卫生院：",
        "县人民法院：",
        "市图书馆：",
        "镇农技站：",
        "各供电所：",
        "县消防救援大队：",
        "县水泵厂：",
        "县气象台：",
        "县供销社：",
        "各农场、林场：",
        "县疾控中心：",
        "县农商银行：",
        "县幼儿园：",
        "各代表团：",
        "县总工会：",
        "各党小组：",
    ],
)
def test_who_is_named_below_the_title_is_addressed(line: str) -> None:
    salutation = parse(NOTICE.format(line=line)).salutation
    assert salutation is not None and salutation.text == line


@pytest.mark.parametrize(
    "line",
    [
        "各岗位职责：",
        "各项指标：",
        "活动场所：",
        "时间地点：",
        "清淤经费：",
        "工作平台：",
        "各类先进人员：",
        "本办法适用于下列场所、车站：",
        "做法和成效如下，供各科室：",
    ],
)
def test_a_heading_with_a_colon_addresses_nobody(line: str) -> None:
    assert parse(NOTICE.format(line=line)).salutation is None
