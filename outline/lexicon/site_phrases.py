"""What sites say around and inside the texts that they show: one row a phrase, each with a line that it is and one that it is not.

The patterns are matched against folded lines (`outline.page.fold`). When in doubt a line is speech: only what no speech would say is here.
"""

import re
from enum import Enum
from typing import NamedTuple

from outline.patterns import late


class Place(Enum):
    """Where a phrase must stand to be furniture."""

    LINE = "the whole line, anywhere"
    SHORT_LINE = "in a short line, anywhere"
    HEAD = "the whole line, among the first of the text"
    FIRST = "at the head of the first line, of which it is no part"
    LABEL = "at the head of one of the first lines, of which it is no part"
    BEHIND = "at the end of one of the first lines, of which it is no part"
    LIST = "the whole line, with the list of titles below it"


class Phrase(NamedTuple):
    """A `pattern` for what a site says at a `place`; `example` is a line that it says, `counter_example` one that a speech says."""

    pattern: str
    place: Place
    example: str
    counter_example: str


SITE_PHRASES = (
    Phrase(r"[\[【（]?(?:责任编辑|责编|上一[篇条]|下一[篇条])：.*", Place.LINE, "责任编辑：李四", "责任编辑要把好关"),
    Phrase(
        r"本站(?:所有资源|的文档不|RAR|不保证|不对文档|不退款)|归上传[者用]|由合作方或网友上传|上传用户所有|没有图纸预览|下载文档前请|"
        r"下载文件中如有侵权|付费前请|文档一经付费|仅部分预览|可阅读全部内容|信息存储空间|内容挪作商业|侵犯您的权益",
        Place.SHORT_LINE,
        "下载文档前请自行甄别文档内容的完整性，平台不提供额外的编辑。",
        "本站职工要按时巡查闸门。",
    ),
    Phrase(r"侵权投诉|免责声明", Place.LINE, "侵权投诉", "侵权投诉的渠道要畅通"),
    Phrase(
        r"(?:[【\[（]?(?:打印|关闭)(?:本页|窗口)?[】\]）]? ?)+",
        Place.LINE,
        "【打印本页】 【关闭窗口】",
        "关闭小煤窑",
    ),
    Phrase(r"版权所有(?![者人])", Place.SHORT_LINE, "某某网 版权所有", "版权所有者的权益要保护"),
    Phrase(r"(?:不得|禁止)转载", Place.SHORT_LINE, "未经许可，不得转载", "转载要注明出处"),
    Phrase(r"如有侵权|侵权请", Place.SHORT_LINE, "如有侵权，请联系我们", "打击侵权行为"),
    Phrase(r"开通会员|VIP会员", Place.SHORT_LINE, "开通会员，阅读全文", "协会发展会员三百名"),
    Phrase(r"微信扫一扫", Place.SHORT_LINE, "微信扫一扫，分享到朋友圈", "用好微信公众号"),
    Phrase(
        r"由(?:会员|网友|(?:互联网)?用户).{0,6}(?:分享|上传|提供|整理)",
        Place.SHORT_LINE,
        "本文由会员“小雨”上传",
        "方案由办公室提供",
    ),
    Phrase(
        r"可在线(?:阅读|浏览)|供您(?:参考|借鉴)",
        Place.SHORT_LINE,
        "欢迎下载，供您参考",
        "几条意见供大家参考",
    ),
    Phrase(
        r"(?:网友|其他|全部|热门|精彩|满意|最佳)(?:\d{1,4}个)?(?:回答|解答|回复|评论|答案)(?: ?（?\d{1,5}[条个]?）?)?"
        r"|(?:律师|医生|专家)(?:回答|解答|回复) ?（\d{1,5}[条个]）",
        Place.LINE,
        "律师解答（2条）",
        "网友评论要有人看",
    ),
    Phrase(
        r"以上(?:就|便)?是.{0,6}小编(?:为|给|今|整理|带来|分享|收集|搜集).*",
        Place.LINE,
        "以上就是小编为您整理的内容，希望对您有帮助。",
        "以上就是我的汇报。",
    ),
    Phrase(
        r"(?:(?:阅读|赞同?|点赞数?|在看|喜欢|评论|收藏|转发|浏览|分享|支持|反对|回复) ?\d{1,7}(?:．\d)?万?\+? ?)+",
        Place.LINE,
        "赞 12 在看 3",
        "在看守水库的三个人里",
    ),
    Phrase(
        r"分享[到至] ?(?:：.{0,40}|(?:微信|微博|QQ|朋友圈|新浪|空间|[ |]){1,20})",
        Place.LINE,
        "分享到：微信 微博",
        "分享到这里，谢谢大家！",
    ),
    Phrase(
        r"(?:阅读|查看|展开|点击查看)(?:全文|原文)(?: ?还剩\d{1,4}页未读，继续阅读)?|点(?:个?在看|点?赞|分享|收藏)",
        Place.LINE,
        "阅读全文 还剩2页未读，继续阅读",
        "点赞身边人",
    ),
    Phrase(
        r"发表评论|登录后才能评论|[您你]需要登录后才可以.{1,20}"
        r"|返回(?:列表|目录|顶部)|申请转载|复制链接|Powered by .{1,30}|扫一扫在手机打开.{0,8}",
        Place.LINE,
        "您需要登录后才可以回帖 登录 | 立即注册",
        "发表评论要实名",
    ),
    Phrase(
        r"[上下]一[章页](?:[上下]一[章页]|(?:返回)?(?:目录|书页)|[\d |…])*|（(?:本[章文]|全文)?完）|[ —–-]*END[ —–-]*",
        Place.LINE,
        "上一章 目录 下一章",
        "下一章讲清渠",
    ),
    Phrase(
        r"网站标识码|(?<=[\u4e00-\u9fff])ICP备|公[网安]{2}备",
        Place.SHORT_LINE,
        "网站标识码：3301230001 江ICP备12345号",
        "网站要有标识",
    ),
    Phrase(
        r"(?:(?:共|全部|查看全部) ?)?[0-9]{1,7}(?:．\d)?万?\+? ?"
        r"(?:个回[答复]|条(?:评论|回[答复]|留言|点评|跟帖)|人(?:点赞|赞同|赞过|收藏|喜欢).{0,6})",
        Place.LINE,
        "2 个回答",
        "2个回答问题的学生",
    ),
    Phrase(
        r"(?:编辑|发布|发表|更新|修改|回复|最后修改)于 ?\d{4}[-/．年]\d{1,2}[-/．月]\d{1,2}日?(?: ?\d{1,2}：\d\d(?:：\d\d)?)?",
        Place.LINE,
        "编辑于 2020-08-29",
        "发布于2020年的办法",
    ),
    Phrase(
        r"跳(?:转?到|至|过)(?:主要?)?(?:内容|正文|导航|导航栏|搜索|目录)",
        Place.LINE,
        "跳到主要内容",
        "跳过正文的人不少",
    ),
    Phrase(
        r"[（【]?(?:请?点击|点)(?:上方|下方|以上|左上角|右上角)?(?:的)?蓝[色字].{0,14}(?:关注|订阅).{0,12}",
        Place.LINE,
        "点击上方蓝字，关注我们",
        "点击蓝色按钮，填写申报表",
    ),
    Phrase(
        r"(?:长按|扫描|识别).{0,6}二维码.{0,4}(?:关注|加入|加群|进群|公众号)",
        Place.SHORT_LINE,
        "长按识别二维码，关注我们",
        "扫描二维码，填写报名表",
    ),
    Phrase(
        r"未完.{0,2}继续阅读|(?:继续阅读|阅读全文|查看全文).{0,4}登录|登录.{0,4}(?:继续阅读|阅读全文|查看全文)",
        Place.SHORT_LINE,
        "未完，继续阅读请登录",
        "登录平台的农户可以继续报名",
    ),
    Phrase(r"预览阅读已结束", Place.SHORT_LINE, "预览阅读已结束，剩余12页", "阅读活动已结束"),
    Phrase(r"(?:您的位置|您现在的位置|当前位置).*", Place.HEAD, "当前位置：首页 讲话致辞", "我们所处的位置很重要"),
    Phrase(r"[^。！<>»›]{1,60}+(?:[>»›][^<>»›。！]{1,32})+", Place.HEAD, "首页 > 范文 > 讲话稿", "安全大于天"),
    Phrase(r"\S{2,12}[网站] 首页", Place.HEAD, "文稿网 首页", "办好村里的网站"),
    Phrase(r"\S{2,12}[网站] 首页(?=\S)", Place.FIRST, "文稿网 首页在春耕会上的讲话", "办好网站首页的栏目"),
    Phrase(
        r"(?=.*[\u4e00-\u9fff])(?:首页|下载|打印|全屏|收藏|分享|关闭|返回|加大|还原|减小|放大|缩小|默认|[上下]一[版篇期条]"
        r"|大|中|小|[ \d【】\[\]（）：|/>×·•+-])+",
        Place.HEAD,
        "收藏 分享 加大 减小 还原",
        "大中小学都要开课",
    ),
    Phrase(
        r".{0,12}?(?:(?<!资料)(?<!数据)来源|发布时间|发表时间|发布日期|上传时间|文档编号|浏览次数|字体|字号|点击数) ?：.{0,80}",
        Place.HEAD,
        "来源：镇政府办公室 浏览次数：12",
        "资金来源要落实",
    ),
    Phrase(
        r"(?:时间|日期) ?：(?!.*(?:[上下中]午|晚|星期|周))[^：]{0,40}(?:：\d\d){0,2}",
        Place.HEAD,
        "日期：2024-05-06",
        "时间：五月十八日下午",
    ),
    Phrase(r"第?[A-Z]?\d{1,2}版(?:[： ].{1,8})?", Place.HEAD, "第03版：要闻", "第3版图纸已经改好"),
    Phrase(
        r" ?\[[\]编辑 ]+\Z| (?:(?:编辑|锁定|讨论|播报|收藏|上传视频|订阅|举报)[ \d]*){2,}\Z",
        Place.BEHIND,
        "清溪竹编 播报 编辑 讨论",
        "这一版由老周 编辑",
    ),
    Phrase(
        r" ?[_|–—-] ?[\w ]{2,12}(?<=论坛|文库|百科|社区|贴吧|知道|博客|之家|日报|晚报|频道|.[网吧])\Z",
        Place.BEHIND,
        "老房子加装电梯 - 金湖社区论坛",
        "谈谈怎样办好社区论坛",
    ),
    Phrase(
        r" 共有?\d+[个条]?(?:回答|回复|评论)\Z", Place.BEHIND, "猫咪不爱喝水怎么办 共有3个回答", "共有3个回答不合格"
    ),
    Phrase(
        r" 悬赏分?：\d+分?(?: ?-? ?(?:已|待|未)解决)?\Z",
        Place.BEHIND,
        "地暖漏水怎么办 悬赏分：20 - 已解决",
        "悬赏分：谁修谁得",
    ),
    Phrase(r"标题(?:：| {2,4}(?=\[))", Place.LABEL, "标题：在春耕会上的讲话", "标题要醒目"),
    Phrase(r"编号： ?[A-Z]{0,4}\d{5,}", Place.LABEL, "编号：20240506 在春耕会上的讲话", "编号要连续"),
    Phrase(r"类型(?=\S{4,60}．docx?\Z)", Place.LABEL, "类型在春耕会上的讲话.docx", "类型要分清"),
    Phrase(r"\d{4}-\d{2}-\d{2}_", Place.LABEL, "2024-05-06_在春耕会上的讲话", "2024年5月6日"),
    Phrase(
        r"(?:【[^】]{1,40}】)?(?:更多)?(?:相关|推荐|往期|热门|猜你喜欢|最近更新|[您你]可能还?(?:感兴趣|喜欢)的?|大家都在[看问搜]|为[您你]推荐)"
        r"(?:文章|阅读|报道|文档|链接|栏目|内容|推荐)? ?(?:：.*)?",
        Place.LIST,
        "相关文章：",
        "相关部门要配合",
    ),
)


def at(place: Place, phrases: tuple[Phrase, ...] = SITE_PHRASES) -> re.Pattern[str]:
    """One pattern for all phrases of a place."""
    return late("|".join(f"(?:{phrase.pattern})" for phrase in phrases if phrase.place is place))
