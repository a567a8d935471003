"""Where the name of a body begins: backwards from its end, word by word, until a word that cannot stand within a name.

Such words are a verb that governs the name (成立, 依托), a preposition, a particle. The dictionary does not know brands and
the short names of places, so that a character of theirs may look like such a word (超 in 甲超乙); hence the rules for
single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.clauses import BLACK, Clause
from kg.mention.bodies.endings import ENDING, ESTABLISH, FOUNDED_BY, FOUNDING
from kg.words import cut

# Words that end a name to the left. 建设, 服务, 管理, 监督, 协调, 调解, 组织, 运行, 研究, 指挥 also stand within names.
_STOPS_WORDS = """
打造 召集 请 主要 作为 当作 抽调 选聘 聘请 创建 批 获批 筹设 认定 的 了 暨 着 过 在 由 与 和 及 以及 或 对 向 将
把 为 从 到 以 被 让 使 使得 是 有 等 并 并且 经 按 按照 于 自 根据 包括 其中 分别 比 至 给 因 则 而 但 也 还 又
均 都 已 已经 正 再 就 即 更 最 所 该 本 我 其 各 每 某 此 这 那 全 各级 各地 各类 各个 多个 所有 全部 相关 有关
现有 若干 一批 一个 一支 一家 我市 我区 我县 我省 我镇 本市 本区 本县 全省 全市 全区 全县 全镇 全州 首个
首家 首支 原 新 共 共有 依托 通过 发挥 调动 充分 充分发挥 召开 主持 主持召开 参加 出席 邀请 联合 会同 协同 联动
加强 强化 完善 健全 优化 升级 深化 推动 推进 支持 指导 引入 引进 委托 设在 入驻 进驻 走进 做实 做强 做优 做好
建强 建好 建优 实现 开展 举办 承办 加大 提升 提高 纳入 报送 提交 移送 转交 形成 明确 落实 选派 派驻 派出 推广
探索 构建 整合 搭建 调整 督促 利用 借助 实行 实施 推行 聚焦 围绕 积极 大力 持续 深入 切实 不断 加快 着力 率先
扎实 有序 继续 进一步 及时 成功 正式 上线 充实 参与 听取 审议 制定 出台 发布 印发 收到 接受 提请 报请 同意 任命
聘任 高标准 高质量 高水平 高效 全力 坚持 充分调动 打通 抓好 带领 动员 鼓励 引导 培育 培养 壮大 扶持 促进 促成
拓展 延伸 覆盖 辐射 串联 联系 对接 链接 对照 立足 针对 随着 当 可 能 要 应 必须 需 须 不 未 没有 无 非 往 朝 同
跟 替 代表 获 获得 获评 荣获 入选 评为 授予 命名 试点 完成 保障 确保 服务于 服务好 用好 用活 巩固 迭代 创新 规范
加入 牵头 负责 承担 担任 当选 走访 前往 赴 来自 位于 坐落 投资 入股 控股 收购 签约 合作 共建 共同 携手 支撑 带动
撬动 吸引 拥有 汇聚 集聚 聚集 建有 配备 配强 配齐 增强 增加 增至 达到 超过 突破 新增 累计 发展 做大 扩大 开工
竣工 投产 谋划 布局 落户 落地 全覆盖 全面推行 全面推进 推深做实 充分利用 充分运用 运用 使用 参照 比照 下沉 赋权
改造 撤销 更名 改组 重组 转隶 划入 划转 挂靠 隶属 关于 之 内 中 上 下 里 外 前 后 时 间 期间 以来 开始 结束 日
月 年 次 个 家 名 件 支 处 起 项 条 场 人 万 亿 元 余 多 第 约 近 超 逾 达 近年来 今年 去年 每年 全年 年内 定期
多次 先后 主动 严格 认真 统一 统筹 抓住 紧扣 紧盯 锚定 力争 争创 争取 努力 奋力 学习 宣传 贯彻
积极参与 列席 所长 局长 指 启动 投用 投运 拟 拟建 争创 申建 申创 创成 引育 发起 主办 协办 协助 擦亮 揭榜 挺进 亮相 融入 吸纳 集成
"""
_STOPS = ESTABLISH | frozenset(_STOPS_WORDS.split())
_PURPOSEFUL = re.compile(r"中心|集团|公司|银行|[会站团院]|联盟|基地")
# Directly in front of the ending these are what the body is for: 甲材料创新中心, 乙投资集团.
_PURPOSE = frozenset("创新 投资 控股 合作 联合 指导 促进 发展 保障 培育 培养 推广 升级 协同 联动 集聚 支撑".split())
# Next to another single character these are a piece of a word that the dictionary does not know: 白|下|岭, 云|超|算.
_WEAK = frozenset("超近约逾达上下中内里外前后多余原起项条场人家能新可应")
_SCOPE = re.compile(r"首|第[一二]|唯一|最|率先|领先|前列|各|重点|一流|先进|统一|多|[性类]")
_WORD_OF_GRAMMAR = re.compile(r"[，。；：、！？（）《》]")
_BRACKET = re.compile(r"（([\u4e00-\u9fff]{1,6})）$")
_NUMERAL = re.compile(r"[一二三四五六七八九十]+|[省市区县州镇乡街道村社]+")
# A verb in front of the whole name: 建设甲市数据中心, 拟建行政复议中心; 建设银行 and 建设工程…中心 are names.
_GROWN = re.compile(
    r"(?:(?:计划|规划|规范化|标准化|实体化|联合|共同|同步)?建设(?:和?(?:运行|运营|管理)(?=国家|全国|省|市))?"
    r"(?!银行|工程|项目|行业|用地|领域|系统|单位|局|委|和|与)|拟建|计划建设|共建|筹建|新建设"
    r"|做[实强优好大]|建[强好优]|用[好活]|抓[好实]|办好|发挥|依托|召开|参加|推[动进]|成立|组建|设立|充分"
    r"|(?:实体|规范|常态|高效)化?运行|新设|建成|建立|投用|新?[央国民外]企(?=[\u4e00-\u9fff]{3}))+"
)
_TWO = re.compile(rf"(?:{ENDING.pattern})[和与及]")  # 成立甲讲师团和乙小分队 founds two
_PARTED = re.compile(r"[的了由等，、；：。]|以来|后")
# 甲大学建设一流…大学: what a body does to another.
_DOER = re.compile(r"(?:大学|学院|集团|公司|医院|研究院|中心)(?:加快|全力)?(?:建设|打造|创建|争创|迈向)")
# 甲市数据与智能研究院: what a place's institute is about may be two things.
_LEARNED = re.compile(r"^(?:研究院|研究所|学院|实验室|研究中心)$")
_TWOFOLD = re.compile(r"(?:[治管运营服务调度理指挥监督协转化维护保障展示研发]{2}|技术|研究)$")
_PARTNER = re.compile(r"(?:企业|高校|院校|机构|部门|单位|政府|地方|社会|[省市区县]|学|司|团|中心|[院所室站局会])$")


def beginning(clause: Clause, ending: re.Match[str]) -> tuple[int, str]:
    """Where the name with an ending begins, and the word that governs it ("" at a comma or the start)."""
    masked, end = clause.masked, ending.start()
    start, governor = _backwards(clause, end, end)
    if governor in ("和", "与", "及"):
        start, governor = _joined(clause, start, governor, ending)
    if (founding := _founding(masked, start, end)) is not None:
        start, governor = founding, "成立"
    start = max((doer.end() for doer in _DOER.finditer(masked, start, end)), default=start)
    start += len(masked[start:end]) - len(masked[start:end].lstrip(".．、）)"))  # 1.做优社会治理中心: the number of a heading
    grown = _GROWN.match(masked, start, end)
    return (grown.end(), grown.group()) if grown and grown.end() < end else (start, governor)


def _backwards(clause: Clause, start: int, end: int) -> tuple[int, str]:
    """Go back from ``start`` to the next word that ends a name to the left; ``end`` is where its ending begins."""
    masked = clause.masked
    stop = max(_stop(clause, start), end - 36)
    for kind, left, words in reversed(list(_runs(masked, stop, start))):
        if kind != "plain":
            start = left
            continue
        cuts = cut(words)
        start = left + len(words)
        for at in range(len(cuts) - 1, -1, -1):
            if start == end and cuts[at] in _PURPOSE and _PURPOSEFUL.match(masked, end):
                start -= len(cuts[at])
                continue
            if _ends(cuts, at, masked[start:end]):
                return start, cuts[at]
            start -= len(cuts[at])
    return start, ""


def _ends(cuts: tuple[str, ...], at: int, name: str) -> bool:
    """Whether a word ends the name that follows it."""
    word = cuts[at]
    if word == "全国":  # 全国首个… is praise, 全国甲乙中心 a name
        return bool(_SCOPE.match(name)) or not name
    if word == "新" and name.startswith("时代"):
        return False
    if word in _WEAK and any(_unknown(cuts, at + side) for side in (-1, 1)):
        return False
    return word in _STOPS or word.isdigit()


def _unknown(cuts: tuple[str, ...], at: int) -> bool:
    """Whether there is a single character at an index that is no word of its own."""
    return 0 <= at < len(cuts) and len(cuts[at]) == 1 and cuts[at] not in _STOPS and cuts[at] not in "省市区县州镇乡村"


def _stop(clause: Clause, end: int) -> int:
    """Behind the last mark before ``end``; a short bracket within a name is none (甲州（乙城）调解中心)."""
    masked, at = clause.masked, end
    while at > 0 and not (_WORD_OF_GRAMMAR.match(masked[at - 1]) or masked[at - 1] == "）"):
        at -= 1
    bracket = _BRACKET.search(clause.words[:at])
    if bracket and not _NUMERAL.fullmatch(bracket.group(1)) and re.search(r"[\u4e00-\u9fff]$", masked[: bracket.start()]):
        return _stop(clause, bracket.start())
    return at


def _runs(masked: str, start: int, end: int) -> Iterator[tuple[str, int, str]]:
    """Alternate runs of plain characters and of whole quotations or brackets between two offsets."""
    for match in re.finditer(rf"“{BLACK}*”|（{BLACK}*）|[^“”（）]+", masked[start:end]):
        yield ("quote" if match.group()[0] in "“（" else "plain"), start + match.start(), match.group()


def _joined(clause: Clause, start: int, governor: str, ending: re.Match[str]) -> tuple[int, str]:
    """Take in what stands before 和 and 与 where both halves are what one body does or studies.

    城市运行和治理中心, 甲市数据与智能研究院; 企业与研究院 and 调解中心与研究院 are two.
    """
    first, conjunction = _backwards(clause, start - len(governor), ending.start())
    before, field = clause.masked[first : start - len(governor)], clause.masked[start : ending.start()]
    if len(before) < 2 or _PARTNER.search(before) or conjunction in ("和", "与", "及"):
        return start, governor
    twofold = len(field) == 2 and _TWOFOLD.search(field) and _TWOFOLD.search(before)
    learned = _LEARNED.match(ending.group()) and len(before) >= 4 and len(field) >= 2
    return (first, conjunction) if twofold or learned else (start, governor)


def _founding(masked: str, start: int, end: int) -> int | None:
    """Behind a verb of founding a name may hold words that would end it elsewhere: 成立为侨助侨法律服务团."""
    found = None
    if FOUNDED_BY.search(masked, 0, start):
        return start
    for verb in FOUNDING.finditer(masked, 0, end):
        within = masked[verb.end() : end]
        if verb.start() <= start and not _PARTED.search(within) and not _TWO.search(within):
            found = verb.end()
    return found
