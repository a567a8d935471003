"""What pages, tables and lists call their metadata -> the keys of :class:`kg.model.Claim`."""

from __future__ import annotations

import re

# In each row the names that say it best come first: where two disagree, the first wins. The day of publication goes
# before the day of writing, as in kg.structure.metadata.
_PAGE: dict[str, str] = {
    "title": "信息名称 文件名称 标题 题目 名称",
    "identifier": "信息索引号 索引号 索引号码 信息编号",
    "number": "备注/文号 发文字号 文件编号 文件字号 发文文号 公文文号 文号 字号",
    "publisher": "发布机构 发布单位 公开机构 公开主体 发文机关 发文单位 发文机构 发布机关 制发机关 "
    "制定机关 责任部门 信息来源 来源",
    "issued": "发布日期 发布时间 公布日期 公开日期 发文日期 生成日期 成文日期 印发日期 时间 日期",
    "url": "原文链接 原文网址 来源网址 链接 网址",
}
_MORE: dict[str, str] = {
    "text": "正文 内容 全文 文本 正文内容 报告正文 报告内容 原文 text content body fulltext full_text article",
    "title": "报告标题 报告名称 文章标题 title headline name",
    "place": "地区 地方 地点 地域 行政区划 行政区 区划 城市 所属地区 place region area location city",
    "year": "年份 年度 报告年度 报告年份 year",
    "publisher": "发布者 发布人 机构 单位 publisher organization organisation author source_name",
    "issued": "发布日 date issued published pubdate publish_date published_at publication_date",
    "identifier": "identifier index_number",
    "number": "document_number number",
    "url": "url link uri href 来源链接 页面地址 报告链接",
    "file": "文件 文件名 file filename file_name path source",
}

LABELS: dict[str, str] = {name: key for key, names in _PAGE.items() for name in names.split()}
"""Label on a page -> key."""
COLUMNS: dict[str, str] = LABELS | {name: key for key, names in _MORE.items() for name in names.split()}
"""Name of a column, in lower case -> key; also ``text`` and ``file``."""
RANK: dict[str, int] = {name: rank for names in _PAGE.values() for rank, name in enumerate(names.split())}
"""Label -> how good it is for its key, 0 the best."""
META: dict[str, str] = {
    "articletitle": "title", "og:title": "title", "dc.title": "title", "pubdate": "issued", "publishdate": "issued",
    "article:published_time": "issued", "dc.date": "issued", "contentsource": "publisher", "og:url": "url",
    "url": "url", "indexnumber": "identifier",
}  # fmt: skip
"""Name of an html meta element, in lower case -> key. The first four are those of GB/T government sites (网站标识规范)."""


def plain(label: str) -> str:
    """A label without the spaces, brackets and colon that it is set with."""
    return re.sub(r"[\s\u3000\u00a0：:【】\[\]]+", "", label)
