"""Whole Word files as offices make them, each with the tree that is right: what no single rule can say of how they work together."""

import pytest
from docx_files import definition, level, numbered, use
from test_docx_types import (
    BODY,
    BOLD,
    BREAK,
    CENTRE,
    FANGSONG,
    HEITI,
    KAITI,
    MORE,
    RIGHT,
    TEXT,
    face,
    lines,
    p,
    sections,
    table,
    title,
    tree,
)

PAGE = f"<w:p>{BREAK}</w:p>"
RED = face("方正小标宋简体", 72, color="FF0000")
CHAPTERS = definition(
    level(0, "chineseCounting", "第%1章", suffix="space"),
    level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>', suffix="space"),
    level(2, "chineseCounting", "（%3）"),
)
CLAUSES = definition(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
HAN = definition(level(0, "chineseCountingThousand", "%1、"))
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
OWN, MAYOR, MEETING = "平山镇人民政府", "镇长　王大山", "平山镇党政联席会议纪要"


def listed(num_id: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num_id}"/></w:numPr>'


def in_style(words: str, style: str, properties: str = "") -> str:
    return p(words, type="", properties=f'<w:pStyle w:val="{style}"/>{properties}')


def deleted(words: str, properties: str) -> str:
    mark = f'{properties}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    return f'<w:p><w:pPr>{mark}</w:pPr><w:del w:id="2" w:author="a"><w:r><w:delText>{words}</w:delText></w:r></w:del></w:p>'


def spoken(words: str, first: str, second: str, num_id: int) -> str:
    points = (
        p(first, type=HEITI, properties=listed(num_id)) + p(TEXT) + p(second, type=HEITI, properties=listed(num_id))
    )
    by = title(MAYOR, KAITI) + title("2025年6月3日", KAITI)
    return title(words) + by + p("同志们：") + p(MORE) + points + p(TEXT) + p("谢谢大家！")


ORDER = (
    title("平山县人民政府办公室文件", RED) + p("平政办发〔2025〕12号", properties=CENTRE)
    + title("平山县人民政府办公室") + title("关于印发冬修水利实施方案的通知") + p("各乡镇人民政府：") + p(MORE)
    + p("一、重点工作", type=HEITI) + p(("（一）清淤疏浚。", KAITI), TEXT) + p(("（二）水库加固。", KAITI), TEXT)
    + p("二、保障措施", type=HEITI) + p(TEXT) + p("附件：1.领导小组成员名单") + p("　　　2.验收办法")
    + p(OWN, properties=RIGHT) + p("2025年10月20日", properties=RIGHT)
    + PAGE + p("附件1", type=HEITI) + title("领导小组成员名单") + p("组　长：王大山　县长")
    + PAGE + p("附件2", type=HEITI) + title("验收办法") + sections("一、验收范围", "二、验收程序")
    + table([p("平山县人民政府办公室　　2025年10月21日印发")])
)  # fmt: skip
RULES = (
    title("平山县农村公路养护办法")
    + p("总则", type=HEITI, properties=listed(1) + CENTRE) + p("本办法适用于县道、乡道、村道。", properties=listed(1, 1))
    + p("职责", type=HEITI, properties=listed(1) + CENTRE) + p("交通局履行下列职责：", properties=listed(1, 1))
    + p("编制计划；", properties=listed(1, 2)) + p("组织检查。", properties=listed(1, 2))
    + deleted("乡镇不承担养护。", listed(1, 1)) + p("村委会协助养护。平时有人巡路。", properties=listed(1, 1))
)  # fmt: skip
CONTRACT = (
    title("房屋租赁合同") + p(("甲方：", BOLD), "平山镇农机站") + p(("乙方：", BOLD), "青石村合作社") + p(TEXT)
    + p("租金", type=BOLD, properties=listed(1)) + p("月租金为三千元。", properties=listed(1, 1))
    + p("租金按季支付。", properties=listed(1, 1)) + p("争议", type=BOLD, properties=listed(1)) + p(MORE)
    + table([p("甲方（盖章）：") + p("日期："), p("乙方（盖章）：") + p("日期：")])
)  # fmt: skip
MINUTES = (
    title(MEETING) + p("〔2025〕9号", properties=CENTRE) + p(("时间：", BOLD), "9月12日上午") + p(("出席：", BOLD), "王大山、李清河")
    + p("研究秋粮收购", type=HEITI, properties=listed(1)) + p(TEXT) + p(MORE)
    + p("研究道路维修", type=HEITI, properties=listed(1)) + p("会议决定：") + p("同意维修方案。", properties=listed(2))
    + p("同意追加经费。", properties=listed(2)) + p("会议强调，散会后要立即行动。") + p("分送：各村、镇直各单位")
)  # fmt: skip
PLAN = (
    title("平山镇卫生院护理工作计划", face("黑体", 36)) + p("指导思想：", type=BOLD) + p(TEXT) + p("工作目标：", type=BOLD) + p(MORE)
    + p("责任科室：", type=BOLD) + p("护理部、内科、外科") + p("具体措施：", type=BOLD)
    + p("1、加强学习。" + TEXT) + p("2、改善服务。" + MORE)
)  # fmt: skip
RESUME = (
    title("个人简历", face(FANGSONG, 44, bold=True)) + table([p("姓名"), p("林小满")], [p("籍贯"), p("平山县")])
    + p("求职意向", type=face(FANGSONG, 36, bold=True)) + p("希望从事农村电商运营、直播策划方面的工作，地点以县城为主。")
    + p("教育背景", type=face(FANGSONG, 36, bold=True)) + p("2016.09—2020.06　平山农业大学　市场营销专业　本科")
    + p("自我评价", type=face(FANGSONG, 36, bold=True)) + p("做事踏实，肯吃苦，善于同农户打交道，能够承受较大的压力。")
)  # fmt: skip
REPORT_IN_LINES = title("饮食安全自查报告", face("黑体", 36)) + p(*lines(
    "县市场监管局：", "我店进行了自查，现报告如下。", ("1、组织领导", BOLD), TEXT, ("2、自查情况", BOLD), "（1）进货渠道。" + TEXT,
    "（2）索证索票。" + MORE, ("3、整改措施", BOLD), MORE,
)) + p("好又来副食店", properties=RIGHT)  # fmt: skip
INTRODUCTION_IN_LINES = title("养老服务情况介绍", face("黑体", 36)) + p(*lines(
    ("基本情况", BOLD), TEXT, MORE, ("主要做法", BOLD), TEXT, MORE, ("今后打算", BOLD), TEXT, MORE,
))  # fmt: skip
STANDARD = (
    title("污水处理规范", face("黑体", 52)) + PAGE + in_style("前言", "Heading1", listed(0)) + p(TEXT)
    + in_style("范围", "Heading1", listed(1)) + p(TEXT) + in_style("要求", "Heading1", listed(1))
    + in_style("一般规定", "Heading2", listed(1, 1)) + p(MORE)
    + in_style("工艺选择", "Heading2", listed(1, 1)) + p(TEXT) + PAGE
    + in_style("附录A", "Heading1", listed(0) + CENTRE) + title("水量计算", HEITI) + p(TEXT)
    + in_style("参考文献", "Heading1", listed(0)) + numbered("农村环境手册", 2) + numbered("小型设施指南", 2)
)  # fmt: skip
FRAMED = table([
    title("关于做好秋季开学工作的通知") + p("各学校：") + sections("一、做好准备") + p("二、规范收费", type=HEITI)
    + p("（一）严格公示。" + TEXT) + p("（二）严禁搭车。" + MORE) + p(OWN, properties=RIGHT),
])  # fmt: skip

FILES = {
    "an order with annexes": (ORDER, "", """
# 平山县人民政府办公室关于印发冬修水利实施方案的通知
一、重点工作
  （一）清淤疏浚
  （二）水库加固
二、保障措施
附件1领导小组成员名单
附件2验收办法
  一、验收范围
  二、验收程序"""),
    "articles that count on through chapters, one of them deleted": (RULES, CHAPTERS + use(1), """
# 平山县农村公路养护办法
第一章总则
  第一条本办法适用于县道、乡道、村道
第二章职责
  第二条交通局履行下列职责
    （一）编制计划
    （二）组织检查
  第三条村委会协助养护"""),
    "a contract": (CONTRACT, CLAUSES + use(1), """
# 房屋租赁合同
第一条租金
  1.1月租金为三千元
  1.2租金按季支付
第二条争议"""),
    "minutes": (MINUTES, HAN + definition(level(0, "decimal", "%1."), id=1) + use(1) + use(2, 1), f"""
# {MEETING}
一、研究秋粮收购
二、研究道路维修
  1.同意维修方案
  2.同意追加经费"""),
    "a plan whose headings end in colons": (PLAN, "", """
# 平山镇卫生院护理工作计划
·指导思想
·工作目标
·责任科室
·具体措施
  1、加强学习
  2、改善服务"""),
    "a curriculum vitae": (RESUME, "", """
# 个人简历
·求职意向
·教育背景
·自我评价"""),
    "a report in one paragraph": (REPORT_IN_LINES, "", """
# 饮食安全自查报告
1、组织领导
2、自查情况
  （1）进货渠道
  （2）索证索票
3、整改措施"""),
    "headings without numbers in one paragraph": (INTRODUCTION_IN_LINES, "", """
# 养老服务情况介绍
·基本情况
·主要做法
·今后打算"""),
    "speeches, each with its numbers": (
        spoken("在春耕会上的讲话", "早动手", "早落实", 1) + PAGE + spoken("在防汛会上的讲话", "早排查", "早转移", 2),
        HAN + use(1) + use(2, 0, AGAIN), """
·在春耕会上的讲话
  一、早动手
  二、早落实
·在防汛会上的讲话
  一、早排查
  二、早转移"""),
    "a standard": (STANDARD, definition(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    + definition(level(0, "decimal", "[%1]"), id=1) + use(1) + use(2, 1), """
# 污水处理规范
·前言
1范围
2要求
  2.1一般规定
  2.2工艺选择
附录A水量计算
·参考文献"""),
    "a notice in a frame": (FRAMED, "", """
# 关于做好秋季开学工作的通知
一、做好准备
二、规范收费
  （一）严格公示
  （二）严禁搭车"""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "numbering", "expected"), FILES.values(), ids=FILES)
def test_a_whole_file_is_read_as_it_is_meant(body: str, numbering: str, expected: str) -> None:
    assert tree(body, numbering=numbering) == expected.strip("\n").split("\n")


def test_the_type_of_the_text_is_that_of_most_of_it() -> None:
    """What is right of the files above is not so by chance: the same words in one type are a text without headings."""
    assert tree(INTRODUCTION_IN_LINES.replace(BOLD, BODY)) == ["# 养老服务情况介绍"]
