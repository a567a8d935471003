"""Grammar of document names: how they end, what opens them, what may follow them. A closed class of the genre."""

from __future__ import annotations

import re

from kg.mention.quantities.words import longest_first

# Endings that make a document of almost any noun before them.
_STRONG = (
    "实施办法 管理办法 暂行办法 办法 条例 实施方案 工作方案 行动方案 改革方案 分工方案 建设方案 试点方案 "
    "总体方案 保障方案 实施意见 指导意见 若干意见 合规指引 工作指引 指引 操作指南 工作指南 指南 "
    "工作手册 指导手册 手册 白皮书 蓝皮书 绿皮书 实施细则 细则 工作要点 要点 任务书 责任书 发展规划 建设规划 "
    "规划 实施纲要 纲要 职责清单 责任清单 负面清单 任务清单 权责清单 权力清单 "
    "正面清单 事项清单 目录清单 问题清单 改革清单 提醒函 建议书 意见书 通知书 管理规范 工作规范 服务规范 "
    "技术规范 管理规定 若干规定 暂行规定 若干措施 三年行动计划 行动计划 工作规程 操作规程 议事规则 "
    "工作规则 裁量权基准 裁量基准 学法计划 立法计划 应急预案 情况报告 公约 规程 汇编 备忘录 "
    "合作协议 协作协议 框架协议 联动协议 防火协议 执法协议 联防协议 共建协议"
)
# Endings that are ordinary nouns as well: they need a longer, distinguishing modifier and a verb of making.
_WEAK = "方案 意见 标准 规范 计划 清单 目录 基准 规定 预案 制度汇编 案例集 读本 章程 规则 报告 通知 决定 通告 纪要 导则"
STRONG = longest_first(_STRONG)
ENDING = longest_first(_STRONG + " " + _WEAK)
_MODIFIER_NOISE = re.compile(
    r"等|操作|相关|有关|一系列|系列|各类|各项|专项|具体|详细|配套|全面|统一|若干|部分|首批|首部"
    r"|首个|多个|一批|一揽子|年度|工作|实施|行动|重点|问题|整改|化解|任务|管理|改革|年|[0-9]+|[的了一二三四五六七八九十两几多]"
    r"|个|项|部|份|类|件|以及|及|和|与|专门|针对性|操作性|切实可行|科学|合理|完善|明确|处置|解决"
    r"|总体|基础|技术|国家|行业|地方|本地|我[市区县省]|全[市区县省]"
)

# What follows a complete name. Behind anything else the ending is inside a longer word (方案论证, 标准化, 规划建设).
FOLLOW = re.compile(
    r"$|[，。；：、）\n”\s]|等|共|及|和|与|以及|并|后|中|的|并|以(?!上)|来|对|为|已|由|在|[0-9]"
    r"|（|《|“|两个|三个|二|三|四|获|正式|印发|出台|列入|纳入|入选|(?:发布|实施|落地|施行|推动"
    r"|要求)(?=[，。；])|(?:明确|规定|提出)"
)
SUFFIX = re.compile(
    r"（(?:(?:20|19)[0-9]{2}(?:年)?(?:[-－—–~～至](?:20)?[0-9]{2,4}年?)?(?:年?版)?|试行|暂行|修订"
    r"|修订版|修正案?|草案|送审稿|征求意见稿|第?[0-9.一二三四五六]+(?:版本?|期|批)|[^（）]{0,8}版)）"
)

# Verbs that make, change or carry out documents; what they govern may be a document without 《》.
MAKE = longest_first(
    "制定 制订 出台 印发 制发 编制 拟定 拟订 起草 修订 修改 编印 编写 编发 编撰 公布 下发 推出 制作 发布 "
    "首创 首发 梳理公布 签订 签署 研究制定 制定出台 制定印发 制定实施 出台实施 编制实施 编制印发 "
    "印发实施 研究出台 配套出台 推动出台 推动制定 推动修订 完善出台 修订完善 制定完善 制定发布 研制 颁布 "
    "颁布实施 联合印发 联合出台 审议 审议通过 通过 提请审议 听取 代拟 更新 转发 研究起草 制修订 探索制定 "
    "编制出台 "
    "制定下发 形成 完善 进一步完善 动态调整 调整 细化"
)
_WEAK_MAKE = re.compile("^(?:形成|完善|进一步完善|调整|动态调整|更新|梳理|通过|制作|听取|细化)+$")
CARRY = longest_first(
    "落实 执行 贯彻 贯彻落实 贯彻执行 贯彻实施 对照 严格执行 严格落实 全面落实 遵守 实施 推行 宣传贯彻 "
    "学习贯彻 学习 宣传 学习宣传"
)
BUT_BARE = re.compile(
    r"^(?:全市|全区|全省|全县|[我本][市区县省]|了|好|实施|印发|出台|全[国省市][首唯][个部]|国内首[个部]"
    r"|首[个部份]|一系列|系列|相关|有关|配套|专门|首批|首部|新一轮|新的)"
)


def weak_verb(verb: str) -> bool:
    """Whether a verb makes a document only of a strong ending (完善指导手册, but not 完善标准)."""
    return bool(_WEAK_MAKE.match(verb))


def distinguishing(name: str) -> int:
    """How many characters of a name tell it from others of its ending (年度学法计划: 学法, 2)."""
    ending = re.search(f"(?:{ENDING})$", name)
    bare = name[: ending.start()] if ending else name
    own = (
        re.search(
            "[\u4e00-\u9fff]{2}(?=方案|意见|办法|清单|计划|预案|要点|规划|指引|手册|指南|基准|规范|书|函|报告)",
            ending.group(),
        )
        if ending
        else None
    )
    return len(_MODIFIER_NOISE.sub("", bare + (own.group() if own else "")))
