"""Pieces that texts of any kind are put together of: markers in every dress, phrases, signs, blanks, what pages put between."""

from outline.notation.numerals import in_chinese

DIGITS_OF_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FINANCIAL = "壹贰叁肆伍陆柒捌玖拾"
DRESSES = [
    *("{c}、", "{c}.", "{c}．", "{c}，", "（{c}）", "({c})", "（{c}）、", "({c}）", "( {c} )", "{c} 、"),
    *("{a}、", "{a}.", "{a}．", "{a} ", "（{a}）", "({a})", "{a}）", "{a})", "{w}．", "（{w}）", "{w}、"),
    *("{circled}", "{bracketed}", "{dotted}", "{ideograph}", "{roman}、", "{roman}. ", "{f}、", "（{f}）"),
    *(
        "第{c}，",
        "第{c}、",
        "第{c},",
        "第{c}是",
        "第{c}要",
        "第{c} ",
        "第{c}点",
        "第{c}件，",
        "第{c}项，",
        "第{c}个问题",
    ),
    *(
        "第{c}篇：",
        "第{c}篇:",
        "第{a}篇 ",
        "【篇{c}】",
        "第{c}部分 ",
        "第{c}章 ",
        "第{c}节 ",
        "第{c}条 ",
        "第{c}條　",
        "第{c}點，",
    ),
    *("{c}是", "{c}要", "{c}比", "{c}抓", "{c}看", "\n{c}\n", "\n（{c}）\n", "{c}來"),
]
CONNECTIVES = ["首先，", "其次，", "再次，", "最后，", "最後，", "一方面，", "另一方面，", "此外，"]
PHRASES = [
    *("夯实基层基础", "把河道清淤当作头等大事", "今年上半年我镇完成植树三千亩", "大家要拿出真本事", "守住耕地红线"),
    *("群众的事无小事", "办好老年食堂", "修通断头路", "全鎮上下一條心", "增长5.2%", "引进 GDP 超亿元项目", "open data"),
    *(
        "一、二、三产业",
        "五、六月份",
        "第一要务",
        "统一是关键",
        "1.2亿元",
        "一是一，二是二",
        "“四个一”",
        "2024年3月",
        "十分之一",
    ),
]
OPENINGS = [
    "在全镇春耕动员会上的讲话\n",
    "关于修路工作的报告\n\n",
    "同志们：\n",
    "各位代表：",
    "今天召开这次会议，目的是统一思想。\n",
]
CLOSINGS = ["总之，路在脚下。", "同志们，让我们一起努力！", "谢谢大家。", "\n二〇二四年三月"]
PUNCTUATION = list("。；，、：！？…—（）《》“”‘’【】·.;,:!?()[]<>\"'*#|`_-+/\\")
BLANKS = [" ", "  ", "\t", "\u00a0", "　", "　　", "\u2003", "\u200b", "\ufeff", "\u00ad", "[SEP]"]
BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n\n", "\n　　"]
FURNITURE = [
    *("\n第7页，共11页\n", "第3页 共9页", "\n- 4 -\n", "\n—12—\n", "\n7/11\n", "\n第 5 页\n", "2、", "11、"),
    *(
        "\n首页 > 文秘 > 讲话稿\n",
        "\n上一篇：修路工作总结\n下一篇：种树工作总结\n",
        "\n相关阅读：\n",
        "\n本文来源：网络\n",
        "\n下载本文档\n",
    ),
]


def marker(dress: str, number: int) -> str:
    """The marker of `number`, 1 to 10, in `dress`."""
    return dress.format(
        c=in_chinese(number),
        a=number,
        w=str(number).translate(DIGITS_OF_FULL_WIDTH),
        f=FINANCIAL[number - 1],
        circled=chr(0x245F + number),
        bracketed=chr(0x2473 + number),
        dotted=chr(0x2487 + number),
        ideograph=chr(0x321F + number),
        roman=chr(0x215F + number),
    )
