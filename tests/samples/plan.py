"""The sample plan as parts, and in the markup of several formats."""

import html
import re

HEADING = re.compile(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)(.*)$")
LEVELS = {"、": 1, "）": 2, ".": 3}


def parts(text):
    """(kind, level, number, words): kind is title, front, heading, item (numbered, text behind) or text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = [("title", 0, "", lines[0])]
    body = False
    for line in lines[1:]:
        match = HEADING.match(line)
        body = body or line.endswith("：")
        if match:
            number, words = match.groups()
            kind = "item" if "。" in words else "heading"
            found.append((kind, LEVELS[number[-1]], number, words))
        else:
            found.append(("text" if body else "front", 0, "", line))
    return found


def as_html(text, style=""):
    """A bare page: headings as such, numbers as text."""
    lines = [f"<!DOCTYPE html><html lang='zh'><head><meta charset='utf-8'><title>{html.escape(parts(text)[0][3])}</title><style>{style}</style></head><body>"]
    for kind, level, number, words in parts(text):
        words = html.escape(number + words)
        if kind == "title":
            lines.append(f"<h1>{words}</h1>")
        elif kind == "heading":
            lines.append(f"<h{level + 1}>{words}</h{level + 1}>")
        else:
            lines.append(f"<p>{words}</p>")
    return "\n".join(lines + ["</body></html>", ""])


SITE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>{title}_政府工作报告_临湖市人民政府门户网站</title>
<meta name="SiteName" content="临湖市人民政府门户网站" />
<meta name="ColumnName" content="政府工作报告" />
<script type="text/javascript">var column = "支持外来企业建设无关项目。";</script>
<style>.TRS_Editor P {{ line-height: 2; }}</style>
</head><body>
<div class="header"><div class="logo"><h1>临湖市人民政府</h1></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 政府工作报告</div>
<div class="main"><div class="detail">
<div class="detail-title">{title}</div>
<div class="detail-info"><span>发布时间：2024-01-22 09:15</span>&nbsp;&nbsp;<span>来源：临湖市人民政府办公室</span>&nbsp;<span>字号：<a href="#">大</a> <a href="#">小</a></span></div>
<div class="TRS_Editor">
{body}
</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="related"><h3>相关文章</h3><ul><li><a href="/1.html">临湖市推进无关产业园项目建设</a></li><li><a href="/2.html">无关公司与无关大学签署协议</a></li></ul></div>
</div></div>
<div class="footer"><p>主办：临湖市人民政府 承办：无关科技有限公司</p><p>版权所有，未经许可不得转载。</p></div>
</body></html>
"""


def as_site(text):
    """A page of a government site as its content system makes it."""
    found = parts(text)
    body = []
    for kind, level, number, words in found[1:]:
        words = html.escape(number + words).replace("“", "&ldquo;").replace("”", "&rdquo;")
        if kind == "front":
            body.append(f'<P align="center">{words}</P>')
        elif kind == "heading":
            body.append(f"<P>&nbsp;&nbsp;&nbsp;&nbsp;<STRONG>{words}</STRONG></P>")
        else:
            body.append(f'<P><SPAN style="FONT-SIZE: 12pt">&emsp;&emsp;{words}</SPAN></P>')
    return SITE.format(title=found[0][3], body="\n".join(body))


def as_breaks(text):
    """A page whose article is one box with line breaks."""
    found = parts(text)
    body = "<br />\n<br />\n".join("　　" + html.escape(number + words) for _, _, number, words in found[1:])
    return f"""<html><head><meta charset="utf-8"><title>{found[0][3]} - 临湖新闻网</title></head><body>
<table width="1000"><tr><td><a href="/">首页</a> <a href="/a">要闻</a> <a href="/b">专题</a></td></tr></table>
<table width="1000"><tr><td><h1>{found[0][3]}</h1><p>2024-01-22　来源：临湖新闻网　作者：何某</p>
<div id="txt">{body}</div></td><td><ul><li><a href="/c">无关公司建设无关项目，完成投资</a></li><li><a href="/d">无关大学发展无关产业，成效显著</a></li></ul></td></tr></table>
<div id="foot">Copyright 临湖新闻网</div></body></html>
"""


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name-asian="Noto Serif CJK SC" fo:font-size="12pt" style:font-size-asian="12pt" fo:language="zh" fo:country="CN"/></style:default-style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:default-outline-level="3"/>
<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:outline-level-style>
<text:outline-level-style text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:outline-level-style>
<text:outline-level-style text:level="3" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:outline-level-style>
</text:outline-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Indent" style:family="paragraph"><style:paragraph-properties fo:text-indent="24pt"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Middle">临湖市人民政府文件</text:p></style:header>
<style:footer><text:p text:style-name="Middle">— <text:page-number/> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{changes}{body}</office:text></office:body></office:document>
"""

DELETED = """<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>x</dc:creator><dc:date>2024-01-02T00:00:00</dc:date></office:change-info><text:p>支持已删公司建设已删项目。</text:p></text:deletion></text:changed-region></text:tracked-changes>"""


def as_fodt(text, automatic):
    """A document of LibreOffice; with `automatic` numbers are the program's, and it has a deletion, a
    footnote, a text box and a table."""
    body = []
    for kind, level, number, words in parts(text):
        words = html.escape(words)
        if kind in ("title", "front"):
            body.append(f'<text:p text:style-name="Middle">{words}</text:p>')
        elif level and automatic:
            body.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>')
        else:
            body.append(f'<text:p text:style-name="Indent">{number}{words}</text:p>')
    if automatic:
        at = next(i for i, line in enumerate(body) if "夯实粮食安全根基" in line)
        note = '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>口径见统计公报</text:p></text:note-body></text:note>'
        body[at] = body[at].replace("15万亩", f"15万亩{note}").removesuffix("</text:p>") + '<text:change text:change-id="ct1"/></text:p>'
        box = '<text:p><draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>专栏里的文字</text:p></draw:text-box></draw:frame></text:p>'
        table = '<table:table><table:table-column table:number-columns-repeated="2"/>' + "".join(
            "<table:table-row>" + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) + "</table:table-row>"
            for row in [("指标", "数值"), ("就业", "三点八")]
        ) + "</table:table>"
        body += [box, table]
    return FODT.format(body="\n".join(body), changes=DELETED if automatic else "")


PROJECTS = """临湖市2024年重点项目清单,,,,,,
序号,项目名称,建设单位,建设地点,总投资（亿元）,完成比例,竣工时间
一、产业类项目,,,,,,
1,澜星新材料锂电铜箔二期项目,澜星新材料有限公司,临湖高新区,12.5,35%,2025年6月
2,海岳重工智能工厂改造项目,海岳重工集团,临湖经开区,8,60%,2024年10月
二、基础设施类项目,,,,,,
3,临湖港二期工程,临湖交通投资集团,临湖港区,23,10%,2026年12月
"""
