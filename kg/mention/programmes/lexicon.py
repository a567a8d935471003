"""Words of the genre that carry grammar: verbs that take a programme as object, adverbs, what ends a name.

These are closed classes of the language of reports, not names; names live in the vocabulary.
"""

from __future__ import annotations

import re
from functools import cache

# Verbs whose object is something that a government runs. They open an object wherever they stand in a clause.
STRONG_VERBS = """
办起 合建 创办 兴办 布设
推进 推动 推行 推广 推出 深化 实施 开展 落实 建立 建成 打造 构建 健全 完善 上线 创建 探索 引入 试行 实行 施行
启动 启用 贯通 部署 搭建 首创 创设 创立 办好 建起 筹建 共建 开设 创新 迭代 拓展 做好 做实 做优 做强 做深 抓好 抓实 用好
依托 借助 深入 推开 加快 争创 培育 承接 承担 承办 举办 组织 设立 成立 巩固 持续 优化完善 谋划 编制 制定 出台
修订 制发 印发 发挥 开发 开通 投用 建强 建优 擦亮 践行 延伸 引进 提级 扩大 推深 运用 贯彻 执行 严格执行 提供
强化 加强 获批 纳入 列入 聚焦 围绕 参与 利用 通过 随着 坚持 支持 完成 形成 召开 签订 总结 发起 组建 梳理
迭代升级 优化升级 改造提升 全面推行 扎实推进 协同推进 一体推进 健全完善 建立健全 建立完善 探索建立 研究制定
推动实施 制定实施 实化 细化实化 深化实化 冲刺 首推 做靓 打响 叫响 坚持和发展 坚持发展 打好 打赢 办好 建好 建好用好
管好用好 加大 加力 理顺 争取 积极争创 牵头开展 组织实施 组织开展 深入实施
启动实施 部署开展
""".split()

# Verbs that are nouns just as often (执法规范化建设, 应用场景): they govern only at the start of a clause.
WEAK_VERBS = """
建设 创新 应用 优化 统筹 运行 升级 整合 使用 规范 提升 改造 治理 整治 清理 拓宽 扩面 升格 延续 固化 试点 争取
实现 全覆盖 常态化 开工 开工建设 新建 改建 扩建 续建
""".split()

# 推进提升甲质量专项行动: a name that begins with a verb and ends with the head of a campaign.
_VERBAL_NAME = "(?:提升|规范|优化|整治|打击|清理|治理|培育|发展)[^，。；、]{2,24}(?:行动|整治|计划)(?:$|[，。；、])"
# Verbs that carry something out: what follows them is its name, be its first word a verb or not.
_EXECUTING = "开展 实施 落实 启动 部署 部署开展 组织开展 组织实施 深入实施 启动实施 制定实施 推动实施 牵头开展 贯彻落实".split()

ADVERBS = """
全面 深入 持续 积极 大力 扎实 着力 不断 进一步 稳步 有序 加快 率先 全力 严格 切实 有效 统一 统筹 高质量 高标准
高水平 高效 纵深 常态化 广泛 充分 牢牢 坚决 重点 同步 陆续 先后 首次 首创 全市 全省 全区 全县 全州 全国 继续
认真 深度 创新 探索 精心 主动 系统 科学 精准 分类 分批 逐步 努力 协同 一体 联合 牵头 带头 强力 迭代 聚力 务实
稳妥 稳慎 灵活 集中 专题 定期 及时 依法 依规 共同 今年 去年 年内 全年 基本 初步 成功 已 已经 并 也 还 又 再 均
都 共 拟 将 要 应 可 能 力争 争取 旨在 同时 此外 其中 另外 通过
""".split()

# Behind these words a name has ended: predicates, comparisons, purposes.
_BREAKERS = """
不断 持续 有效 初步 进一步 走深 走实 蹄疾 行稳 多点 提档 再上 向深 向严 向纵深 向好 破难题 促 提质 扩面 增效
落地 见效 生根 开花 实现 取得 得到 获得 获评 荣获 入选 入围 获 全覆盖 再升级 再深化 再提升 先行 有力 有序 稳步
全面 成为 成果 成效 经验 作用 优势 力度 要求 意见 精神 需要 情况 结果 问题 难题 难点 短板 成为 为 在 对 把 将 让
使 向 并 从 由 被 以 至 到 按 经 与否 率 达 超 共 累计 注册 归集 受理 访问 新增 运转 正常 顺利 圆满 基本 已 均
都 进行 予以 推进会 现场会 座谈会 推进 满意 覆盖 建设 工作 任务 质效 水平 能力 质量 深度 广度 效能
列入 纳入 作为 列为 获批 评为 受到 率先 实体化运行 增至 减至 升至 降至 扩至 发放 惠及 走进 专攻 深耕 邀请
""".split()

# A breaker of one character breaks nothing where it begins a word: 经 in 经济, 为 in 为企, 以 in 以旧换新.
_WORD_WITH = {
    "促": "进销消", "为": "民企农老侨商基", "在": "线岗途职校建", "对": "口接外账标象话", "把": "关", "让": "利",
    "使": "用命", "向": "心前", "并": "联购网轨", "从": "业事严优轻宽", "被": "征", "以": "案旧工上下外内人法评奖赛训考促点",
    "至": "诚", "到": "位期岗点户", "按": "需图", "经": "济营验费常纪贸开", "率": "先", "达": "标",
    "超": "标载限龄市大前期", "实体化运行": "机",
    "共": "享同治建富管商育有性用识情", "均": "衡等", "都": "市", "获": "得", "由": "来",
}  # fmt: skip
# Behind a head, within a list, only these say that the list is over: 甲质量提升行动 is still an item.
_PREDICATES = """
不断 持续 有效 初步 进一步 走深 走实 蹄疾 行稳 多点 提档 再上 向深 向严 向纵深 向好 破难题 落地 见效 生根 开花 实现 取得 得到
获得 获评 荣获 入选 入围 再升级 再深化 再提升 先行 有力 有序 稳步 成为 进行 予以 列入 纳入 作为 列为 获批 评为 顺利 圆满 基本 满意
已 均 将 把 被 的
""".split()


@cache
def verb_pattern() -> re.Pattern[str]:
    """Strong verbs, longest first."""
    return re.compile("|".join(sorted(STRONG_VERBS, key=lambda verb: (-len(verb), verb))))


@cache
def opening_pattern() -> re.Pattern[str]:
    """Adverbs and verbs of both kinds at the start of a clause; group ``verb`` is the last verb."""
    adverbs = "|".join(sorted(ADVERBS, key=lambda word: (-len(word), word)))
    verbs = "|".join(sorted(STRONG_VERBS + WEAK_VERBS, key=lambda word: (-len(word), word)))
    executing = "|".join(sorted(_EXECUTING, key=lambda word: (-len(word), word)))
    # 开展规范甲行动, 实施提升乙计划: behind a verb of execution a weak verb begins the name.
    more = rf"(?:(?:{adverbs})*(?:{verbs})(?!性)(?:了)?)*"  # 规范|性文件 is no verb
    return re.compile(
        rf"(?:(?:{adverbs})(?:地|了)?)*(?:(?P<doing>{executing}|推进(?={_VERBAL_NAME}))(?:了|好)?"
        rf"|(?P<verb>{verbs})(?!性)(?:了|好)?{more})"
    )


@cache
def breaker_pattern() -> re.Pattern[str]:
    """What ends a name, longest first."""
    words = sorted(_BREAKERS, key=lambda word: (-len(word), word))
    return re.compile("|".join(f"{word}(?![{_WORD_WITH[word]}])" if word in _WORD_WITH else word for word in words))


@cache
def predicate_pattern() -> re.Pattern[str]:
    """What ends a list of names behind one of them."""
    return re.compile("|".join(_PREDICATES))
