"""Invented reports in the words of the genre, for the tests of reading, cleaning, structure, mention and assertion."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.model import Report, Section, Source, Text
from kg.structure import structure
from kg.vocabulary import vocabulary

TITLE = "霍邱县2023年法治政府建设年度报告"
LEAD = "2023年，霍邱县深入推进法治政府建设，各项工作取得新进展。现将有关情况报告如下："
BODY = (
    f"{LEAD}\n"
    "一、主要举措和成效\n"
    "（一）优化营商环境。推行“一窗通办”改革，全年办理事项120件。\n"
    "（二）规范行政执法。开展“利剑护企”专项行动，整改问题36个。\n"
    "二、存在的不足\n"
    "一是队伍力量薄弱。二是“综合查一次”机制运行不畅。\n"
    "三、下一步打算\n"
    "深化“一窗通办”改革，建立法治督察联动工作机制。\n"
)

# What real pages hold, and what breaks programs: hanzi, marks of every kind, figures, line ends, spaces, controls.
PIECES = st.sampled_from(
    "推进 建立 深化 开展 “ ” 《 》 〈 〉 （ ） ( ) \" ' ， 。 ； ： 、 ！ ？ , . ; : … — - > 一、 二、 （一） （二） "
    "1. 2、 （1） 一是 二是 "
    "改革 机制 行动 平台 试点 专项整治 法治政府建设 年度报告 2023年 二〇二三年 下一步 存在的问题 打算 主要成效 霍邱县 "
    "杭州市拱墅区 "
    "全市 我县 市司法局 上塘街道 甲乙社区 打印 收藏 首页 来源： 发布日期： 2024-01-15 120 ３６ % 等 和 与 的 将 拟 "
    "一窗通办 综合查一次 "
    "\n \r\n \r \t \u3000 \u00a0 \u2028 \x0b \x0c \x1c \x85 \u200b \ufeff \x01 # ** ﹁ 「 」 ⼀ 𠀀 é A b 〇 ■".split(
        " "
    )
)
WILD = st.lists(st.one_of(PIECES, st.characters(exclude_categories=("Cs",))), max_size=120).map("".join)
"""Text of the pieces above with any other characters between; no surrogates, which no decoder returns."""

REPORTS = st.builds(lambda lead, body: f"{TITLE}\n{lead}{LEAD}\n一、主要成效\n{body}", WILD, WILD)
"""The same below a title, so that it is taken for a report whatever it holds."""


def text_of(words: str) -> Text:
    """The clean text of some words."""
    return clean(Source("x.txt", words, "utf-8", "0" * 64))


def report_of(words: str) -> Report:
    """The structured report of a whole text."""
    return structure(text_of(words), vocabulary(), gazetteer())


def report_with(sentences: str, chapter: str = "一、主要举措和成效", title: str = TITLE) -> Report:
    """A report that holds some sentences in a chapter."""
    return report_of(f"{title}\n{LEAD}\n{chapter}\n{sentences}\n")


def chapters(report: Report) -> list[tuple[str, str, int | None]]:
    """Heading, role and year of the chapters, pieces of one chapter each."""
    return [(section.heading, section.role, section.year) for section in report.sections if section.level == 1]


def role_at(report: Report, words: str) -> str:
    """The role of the section in which some words stand."""
    return section_at(report, words).role


def section_at(report: Report, words: str) -> Section:
    """The section in which some words stand."""
    return report.section_of(report.sentence_at(report.text.index(words)))
