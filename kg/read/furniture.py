"""Lines that a site puts around an article: buttons, counters, paths, links to other pages."""

from __future__ import annotations

import re

_WORD = (
    r"打印(?:本页|此页)?|收藏(?:本页)?|下载|全屏|无障碍(?:浏览|阅读)?|语音(?:播报|朗读)|分享(?:到)?[：:]?|微信|微博|QQ(?:空间)?|字[号体][：:]?"
    r"|字体大小[：:]?|[【】\[\]（）()]|特?大|加大|还原|减?小|中|默认|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|上一页)?|首页|网站首页"
    r"|视力保护色[：:]?|保护色[：:]?|扫一扫.{0,24}|扫描二维码.{0,16}|(?:用)?手机(?:浏览|查看|打开).{0,12}"
    r"|(?:点击|浏览|访问|阅读)(?:次数|率|数|量)?[：:]?\s*[0-9,]*\s*次?|[>›»/|·\-—–_]+|A[+-]?|来源[：:]?|作者[：:]?"
    r"|(?:责任)?编辑[：:]?[\u4e00-\u9fff]{0,4}|审核[：:]?[\u4e00-\u9fff]{0,4}|纠错|我要纠错|无障碍|繁體|简体|登录|注册|搜索"
)
_LINE = re.compile(rf"(?:(?>{_WORD})[\s\u3000]*+)++")
_PATH = re.compile(
    r"^(?:(?:您|你)?(?:当前|现在)(?:所在)?的?位置|所在位置|位置)[：:]|^[^。；，]{0,30}[>›»][^。；]{0,40}[>›»]"
)
_NEXT = re.compile(r"^(?:上|下)一[篇条则页][：:]?")
_LIST = re.compile(
    r"^[\s【\[]*(?:相关(?:链接|阅读|文章|新闻|信息|文件|解读|稿件|推荐)|延伸阅读|推荐阅读|热点推荐|猜你喜欢|最新(?:文章|信息|动态)|热门(?:文章|信息)"
    r"|友情链接|网站地图|版权所有|主办单位|承办单位|技术支持|(?:上|下)一[篇条则页]|网站标识码|联系我们|关于我们|附件(?:下载)?[：:]?$"
    r"|.{0,12}ICP备|.{0,20}公网安备|Copyright|©)",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether a line is made of nothing but buttons, counters and paths."""
    return bool(_LINE.fullmatch(line.strip()) or _PATH.match(line) or _NEXT.match(line))


def is_heading_of_list(line: str) -> bool:
    """Whether a line under the text opens what is no more of it: related pages, the imprint of the site."""
    return bool(_LIST.match(line))
