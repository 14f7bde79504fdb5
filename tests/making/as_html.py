"""A text as a page of a website: what stands around speeches on the web, written for this project, and the speech in the middle of it."""

from html import escape

FORMS = ("p", "br", "div", "glued")
"""How the lines of a speech stand in a page: a `<p>` each, ended by `<br>`, a `<div>` each without a line break between them, or
with every line break gone."""

_SPACED = "　　"

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_青山政务网</title>
<style>.logo{{float:left}} .hide{{display:none}} .article{{line-height:2em}} /* 一、样式 */</style>
<script>var page = "一、不是正文"; document.write("<p>二、也不是</p>");</script>
</head>
<body>
<div class="top"><a href="/login">登录</a> | <a href="/register">注册</a> | <a href="/help">帮助中心</a></div>
<div class="nav"><ul>
<li><a href="/">首页</a></li><li><a href="/news/">青山要闻</a></li><li><a href="/open/">信息公开</a></li>
<li><a href="/speech/">领导讲话</a></li><li><a href="/service/">办事服务</a></li>
</ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/speech/">领导讲话</a> &gt; 正文</div>
<div class="main">
<h1>{title}</h1>
<div class="info">来源：青山县政府办公室　发布时间：2024-03-05　浏览次数：1208
【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div class="hide">一、看不见的一行</div>
<div class="article">
{article}
</div>
<div class="share">分享到：<a href="/s1">微信</a> <a href="/s2">微博</a> <a href="/s3">收藏</a></div>
<div class="pages">上一篇：<a href="/speech/11.html">在全县春耕工作会上的讲话</a><br>
下一篇：<a href="/speech/13.html">在全县护林工作会上的讲话</a></div>
</div>
<div class="side"><h3>相关文章</h3><ol>
<li><a href="/speech/1.html">在全县水利工作会上的讲话</a></li>
<li><a href="/speech/2.html">一、二、三产业要一起发展</a></li>
<li><a href="/speech/3.html">第一书记怎么当</a></li>
</ol></div>
<div class="comments"><h3>网友评论（2）</h3>
<p>老张：讲得实在。</p><p>一叶：二是那一段，希望早点落实！</p></div>
<div class="foot"><p>主办：青山县人民政府　承办：青山县大数据中心</p>
<p>Copyright &copy; 2024 版权所有　<a href="/map">网站地图</a></p></div>
</body>
</html>
"""


def as_html(text: str, form: str, title: str = "领导讲话") -> str:
    """`text` as the article of a page, in one of FORMS; no character that is not blank is lost or changed."""
    lines = [escape(line.strip()) for line in text.splitlines() if line.strip()]
    return _PAGE.format(title=escape(title), article=_BODIES[form](lines))


_BODIES = {
    "p": lambda lines: "\n".join(f"<p>{_SPACED}{line}</p>" for line in lines),
    "br": lambda lines: "<br>\n".join(_SPACED + line for line in lines),
    "div": lambda lines: "".join(f"<div>{line}</div>" for line in lines),
    "glued": lambda lines: "<div>" + "".join(lines) + "</div>",
}
