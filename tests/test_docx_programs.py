"""Whole Word files as WPS, Word, LibreOffice, Google Docs, pandoc and others write them, each with the tree that is right."""

import pytest
from docx_files import definition, docx_of, level, numbered, read, use
from test_docx_types import BOLD, BREAK, CENTRE, HEITI, KAITI, MORE, RIGHT, TEXT, face, p, table, title, tree

from outline import parse

PAGE = f"<w:p>{BREAK}</w:p>"
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def listed(num_id: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num_id}"/></w:numPr>'


def in_style(words: str, style: str, properties: str = "") -> str:
    return p(words, type="", properties=f'<w:pStyle w:val="{style}"/>{properties}')


def style(id: str, name: str, properties: str = "", *, based_on: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def entry(words: str, page: int, style: str) -> str:
    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8306"/></w:tabs>'
    text = f"<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{page}</w:t></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>{text}</w:p>'


def box(*paragraphs: str) -> str:
    """A paragraph that holds a text box."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:p><w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r></w:p>"


def moved(words: str, to: bool) -> str:
    name = "moveTo" if to else "moveFrom"
    mark = "" if to else f'<w:rPr><w:{name} w:id="1" w:author="a"/></w:rPr>'
    run = f"<w:r><w:rPr>{BOLD}</w:rPr><w:t>{words}</w:t></w:r>"
    return f'<w:p><w:pPr>{listed(1)}{mark}</w:pPr><w:{name} w:id="2" w:author="a">{run}</w:{name}></w:p>'


HAN, DECIMAL = level(0, "chineseCounting", "%1、"), level(0, "decimal", "%1.", suffix="tab")
SEPARATE = "".join(definition(level(0, "chineseCounting", "%1、", start=n), id=n) for n in (1, 2, 3))
SEPARATE += "".join(definition(level(0, "chineseCounting", "（%1）"), id=n) for n in (7, 8))
SEPARATE += "".join(use(n, n) for n in (1, 2, 3, 7, 8))
WPS_LISTS = (
    title("个人述职报告") + p("履职情况", type=HEITI, properties=listed(1)) + p(("抓学习。", KAITI), TEXT, properties=listed(7))
    + p(("抓产业。", KAITI), MORE, properties=listed(7)) + p("存在问题", type=HEITI, properties=listed(2)) + p(TEXT)
    + p("努力方向", type=HEITI, properties=listed(3)) + p(("勤调研。", KAITI), TEXT, properties=listed(8))
    + p(("转作风。", KAITI), MORE, properties=listed(8))
)  # fmt: skip
WPS_CONTENTS = (
    title("供热专项规划", face("黑体", 52))
    + title("目录", face("宋体", 32))
    + entry("第一章 总则", 1, "w1")
    + entry("一、规划范围", 1, "w2")
    + entry("二、规划期限", 2, "w2")
    + entry("第二章 热源规划", 3, "w1")
    + PAGE
    + in_style("第一章 总则", "Heading1")
    + in_style("一、规划范围", "Heading2")
    + p(TEXT)
    + in_style("二、规划期限", "Heading2")
    + p(MORE)
    + in_style("第二章 热源规划", "Heading1")
    + p(TEXT)
)
PAPER = (
    title("七年级地理试卷", face("黑体", 36)) + table([p("题号"), p("一"), p("二")], [p("得分"), p(), p()])
    + p("选择题（每小题2分）", type=BOLD, properties=listed(1)) + numbered("主要分布在南方的农作物是（　　）", 2) + p("A．小麦　　B．水稻")
    + numbered("关于季风，正确的是（　　）", 2) + p("A．夏季风来自陆地　　B．冬季风温暖湿润")
    + p("填空题（每空1分）", type=BOLD, properties=listed(1)) + numbered("地球自转一周约____小时。", 2) + numbered("最长的河流是____。", 2)
)  # fmt: skip
MINUTES = title("会议记录", face("黑体", 36)) + table(
    [p("时间"), p("3月8日"), p("地点"), p("会议室")],
    [p("主持人"), p("王大山"), p("记录人"), p("李小河")],
    [
        p("会议内容：")
        + p("一、学习文件")
        + p(TEXT)
        + p("二、研究分工")
        + p("1.城关片由王大山负责。")
        + p("2.青石片由李小河负责。")
        + p("三、其他事项")
        + p(MORE)
    ],
)
GOOGLE = (
    in_style("社区花园方案", "Title")
    + in_style("志愿队", "Subtitle")
    + in_style("背景", "Heading1")
    + p(TEXT)
    + in_style("步骤", "Heading1")
    + numbered("场地清理")
    + numbered("清运杂物", 1, 1)
    + numbered("平整土地", 1, 1)
    + numbered("苗木种植")
    + in_style("预算", "Heading1")
    + p(MORE)
)
ASSISTANT = (
    in_style("培训方案", "Heading1")
    + in_style("一、培训目标", "Heading2")
    + p(("认识企业", BOLD), "：了解历史与制度。", properties=listed(1))
    + p(("掌握技能", BOLD), "：熟悉岗位流程。", properties=listed(1))
    + in_style("二、培训内容", "Heading2")
    + in_style("1. 通用课程", "Heading3")
    + p("企业文化")
    + in_style("2. 专业课程", "Heading3")
    + p("设备操作")
    + in_style("三、实施步骤", "Heading2")
    + p(("准备", BOLD), "：编写教材。", properties=listed(2))
    + p(("培训", BOLD), "：按表授课。", properties=listed(2))
)
FLOW = (
    title("事项办理规程") + p("一、申请材料", type=HEITI) + p("1.申请表；") + p("2.证明。") + p("二、办理流程", type=HEITI)
    + box(p("申请"), p("①受理"), p("②审核"), p("③办结")) + p("三、办理时限", type=HEITI) + p("五个工作日。")
)  # fmt: skip
ASSESSED = title("年度考核登记表", face("黑体", 36)) + table(
    [p("姓名"), p("李小河"), p("性别"), p("男")],
    [p("单位"), p("平山县林业站")],
    [
        p("总") + p("结"),
        p("现总结如下：")
        + p("一、加强学习")
        + p(TEXT)
        + p("二、做好工作")
        + p("（一）造林。" + MORE)
        + p("（二）防虫。" + TEXT)
        + p("三、不足")
        + p(MORE),
    ],
    [p("领导评语"), p("签名：　　　年　月　日")],
)
CHAPTERS = (
    title("渔业史话") + p("第一章　起源", type=face("黑体", 36), properties=CENTRE) + p("聚落", type=HEITI, properties=listed(1)) + p(TEXT)
    + p("渔具", type=HEITI, properties=listed(1)) + numbered("网具", 1, 1) + p(MORE) + numbered("船只", 1, 1) + p(TEXT)
    + p("第二章　兴盛", type=face("黑体", 36), properties=CENTRE) + p("码头", type=HEITI, properties=listed(2)) + p(TEXT)
    + p("渔行", type=HEITI, properties=listed(2)) + p(MORE)
)  # fmt: skip


def part(number: str, name: str, first: str, second: str) -> str:
    """A part of a book: a page with its number and name, and pages with two sections."""
    cover = title(number, face("黑体", 52)) + title(name, face("黑体", 52))
    return PAGE + cover + PAGE + p(first, type=HEITI) + p(TEXT) + p(second, type=HEITI) + p(MORE)


DIVIDED = (
    title("平山县文化志", face("黑体", 72))
    + part("第一部分", "机构", "一、沿革", "二、人员")
    + part("第二部分", "活动", "一、文化馆", "二、图书馆")
)
AUDIT = (
    title("审计计划") + moved("审计纪律", False) + p("审计重点", type=BOLD, properties=listed(1)) + p(TEXT)
    + p("时间安排", type=BOLD, properties=listed(1)) + p(MORE) + moved("审计纪律", True) + p(TEXT)
)  # fmt: skip
BARS = "".join(
    table([p(head, type=BOLD)]) + p(body) for head, body in (("一、概况", TEXT), ("二、市场", MORE), ("三、融资", TEXT))
)

FILES = {
    "lists of WPS, each with its first number": (WPS_LISTS, SEPARATE, "", """
# 个人述职报告
一、履职情况
  （一）抓学习
  （二）抓产业
二、存在问题
三、努力方向
  （一）勤调研
  （二）转作风"""),
    "a contents page made by hand in WPS": (WPS_CONTENTS, "", style("w1", "WPSOffice手动目录 1") + style("w2", "WPSOffice手动目录 2"), """
# 供热专项规划
第一章总则
  一、规划范围
  二、规划期限
第二章热源规划"""),
    "a paper whose questions count through": (PAPER, definition(HAN) + definition(DECIMAL, id=1) + use(1) + use(2, 1), "", """
# 七年级地理试卷
一、选择题（每小题2分）
  1.主要分布在南方的农作物是（）
    A．小麦
    B．水稻
  2.关于季风，正确的是（）
    A．夏季风来自陆地
    B．冬季风温暖湿润
二、填空题（每空1分）
  3.地球自转一周约____小时
  4.最长的河流是____"""),
    "minutes in a form": (MINUTES, "", "", """
# 会议记录
一、学习文件
二、研究分工
  1.城关片由王大山负责
  2.青石片由李小河负责
三、其他事项"""),
    "lists of Google Docs": (GOOGLE, definition(DECIMAL, level(1, "lowerLetter", "%2.", suffix="tab")) + use(1), "", """
# 社区花园方案
·背景
·步骤
  1.场地清理
    a.清运杂物
    b.平整土地
  2.苗木种植
·预算"""),
    "what an assistant writes": (ASSISTANT, definition(DECIMAL) + use(1) + use(2, 0, AGAIN), "", """
# 培训方案
一、培训目标
  1.认识企业：了解历史与制度
  2.掌握技能：熟悉岗位流程
二、培训内容
  1.通用课程
  2.专业课程
三、实施步骤
  1.准备：编写教材
  2.培训：按表授课"""),
    "a flow chart": (FLOW, "", "", """
# 事项办理规程
一、申请材料
  1.申请表
  2.证明
二、办理流程
  ①受理
  ②审核
  ③办结
三、办理时限"""),
    "a form with a summary in it": (ASSESSED, "", "", """
# 年度考核登记表
一、加强学习
二、做好工作
  （一）造林
  （二）防虫
三、不足"""),
    "sections that Word counts below chapters that it does not": (
        CHAPTERS, definition(level(0, "chineseCounting", "第%1节", suffix="space"), level(1, "chineseCounting", "%2、")) + use(1)
        + use(2, 0, AGAIN), "", """
# 渔业史话
第一章起源
  第一节聚落
  第二节渔具
    一、网具
    二、船只
第二章兴盛
  第一节码头
  第二节渔行"""),
    "parts with pages of their own": (DIVIDED, "", "", """
# 平山县文化志
第一部分机构
  一、沿革
  二、人员
第二部分活动
  一、文化馆
  二、图书馆"""),
    "a section that was moved": (AUDIT, definition(HAN) + use(1), "", """
# 审计计划
一、审计重点
二、时间安排
三、审计纪律"""),
    "headings in bars": (title("路演材料") + BARS, "", "", """
# 路演材料
一、概况
二、市场
三、融资"""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "numbering", "styles", "expected"), FILES.values(), ids=FILES)
def test_a_file_is_read_as_it_is_meant(body: str, numbering: str, styles: str, expected: str) -> None:
    assert tree(body, numbering=numbering, styles=styles) == expected.strip("\n").split("\n")


LEDGER = table(
    [p("序号"), p("问题"), p("整改措施"), p("时限")],
    *([p(f"{n}"), p("制度落实不到位"), p("1.制定计划；") + p("2.每月检查。"), p("5月")] for n in (1, 2, 3)),
)  # fmt: skip
TASKS = table(
    [p("类别"), p("任务"), p("单位")],
    [p("一、产业"), p("1.新建大棚"), p("农技站")],
    [p("二、民生"), p("2.改造道路"), p("村建办")],
)


@pytest.mark.parametrize("body", [LEDGER, TASKS])
def test_rows_of_a_ledger_number_nothing(body: str) -> None:
    assert tree(title("整改台账", face("黑体", 36)) + body) == ["# 整改台账"]


def test_the_frame_of_a_letter_whose_masthead_and_number_stand_in_frames() -> None:
    frame = '<w:framePr w:w="9000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="1" w:y="1"/>'
    masthead = p("平山县水利局", type=face("方正小标宋简体", 60, color="FF0000"), properties=frame + CENTRE)
    head = (
        masthead
        + p("平水函〔2024〕8号", properties=frame + RIGHT)
        + title("平山县水利局关于商请支持")
        + title("灌区改造用地的函")
    )
    points = (
        p("一、项目概况", type=HEITI)
        + p(TEXT)
        + p("二、商请事项", type=HEITI)
        + p("（一）请协助预审；")
        + p("（二）请指导方案。")
    )
    signed = p("专此函达，盼复。") + p("平山县水利局", properties=RIGHT) + p("2024年4月12日", properties=RIGHT)
    outline = parse(read(docx_of(head + p("县自然资源局：") + points + signed)))
    assert outline.title and outline.title.text == "平山县水利局关于商请支持灌区改造用地的函"
    assert outline.salutation and outline.salutation.text == "县自然资源局："
    assert [piece.text for piece in outline.closing] == ["专此函达，盼复。", "平山县水利局", "2024年4月12日"]
