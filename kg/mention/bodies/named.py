"""Bodies known by the end of their name: centres, committees, leading groups, teams, associations, companies.

Chinese marks the end of such a name (…中心, …委员会) but not its beginning. The beginning is found backwards from the
end, word by word, until a word that cannot stand within a name: a verb that governs it (成立, 依托), a preposition, a
particle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.mention.clauses import BLACK, Clause
from kg.words import cut

# Ends of names that are bodies wherever they stand.
_ALWAYS = (
    "委员会|管委会|领导小组|协调小组|工作小组|评议小组|指导小组|攻坚小组|小组|联席会议|中心|协会|学会"
    "|研究会|商会|促进会|联合会|基金会|理事会|仲裁院|仲裁委|研究院|研究所|大学|学院|银行|集团|公司"
    "|公证处|司法所|派出所|律师事务所|联盟|服务团|顾问团|讲师团|宣讲团|律师团|专家团|专班|指挥部|医院|党校"
    "|智库|执法局|监狱|戒毒所|法庭|调委会|联合体|服务队|突击队|宣讲队|执法队"
)
# Ends that are bodies only where somebody sets them up: elsewhere they are sites and ranks of people (干部队伍).
_FOUNDED = (
    "队伍|专家库|人才库|工作站|联络站|服务站|监测站|联系点|工作室|基地|驿站|会客厅|评查组|工作组|专家组"
    "|督导组|督察组|专项组|评审组|顾问组|救援队|小分队|分队|队|分中心|分院|站|所|学校|书院|讲堂|合作社|支部"
    "|党组|党委|工会"
)
_NOT_AFTER = (
    r"(?![伍队城工组任区镇村学环思点市轴线站位国渔]|所(?=[0-9])|[长员级制化部]|理论|主任|副主任|工作人员|章程|广场"
    r"|办公室主任)"
)
ENDING = re.compile(rf"(?:{_ALWAYS}|{_FOUNDED}){_NOT_AFTER}")
_ALWAYS_END = re.compile(rf"(?:{_ALWAYS})$")

_ESTABLISH_WORDS = """
设 成立 组建 设立 新设 建立 建成 筹建 揭牌 挂牌 挂牌成立 揭牌成立 新建 增设 组成 启用 创设 创建 设置 新设立 新成立
新组建 建起 下设
"""
ESTABLISH = frozenset(_ESTABLISH_WORDS.split())
# 建成全国首个…, 成立了一支…: between verb and name stand words of number and praise.
_FOUNDER = re.compile(
    rf"(?:{'|'.join(sorted(ESTABLISH))})(?:了|起|全[国省市区县州]|我[省市区县]|[国省市]内|首[个家支批]|一[个支家]|专门)+$"
)
_FOUNDING = re.compile(r"成立|组建|设立|新设|筹建")
_FOUNDED_BY = re.compile(r"(?:成立|组建|设立|建立)了?(?:由|以)[^，]*的$")  # 成立由镇长任组长的…领导小组
_PARTED = re.compile(r"[的了由等，、；：。]|以来|后")
_GROWN = re.compile(
    r"(?:做[实强优好大]|建[强好优]|用[好活]|抓[好实]|办好|发挥|依托|召开|参加|推[动进]|成立|组建|设立|充分"
    r"|新设|建成|建立)+"
)
_LEADING = re.compile(
    r"^(?:主要(?:负责)?(?:人|同志|领导)|负责(?:人|同志))?(?:牵头|主持|主导|会同|联合|统筹|主办"
    r"|组织(?![机架])|负责(?!人))"
)
_OPENED = re.compile(r"^(?:正式|顺利|挂牌|揭牌)*(?:成立|挂牌|揭牌|启用|组建|投入运行|投用|入驻)")
# Words that end a name to the left. 建设, 服务, 管理, 监督, 协调, 调解, 组织, 运行, 研究, 指挥 also stand within names.
_STOPS_WORDS = """
打造 召集 请 主要 作为 当作 抽调 选聘 聘请 创建 批 获批 筹设 认定 的 了 暨 着 过 在 由 与 和 及 以及 或 对 向 将
把 为 从 到 以 被 让 使 使得 是 有 等 并 并且 经 按 按照 于 自 根据 包括 其中 分别 比 至 给 因 则 而 但 也 还 又
均 都 已 已经 正 再 就 即 更 最 所 该 本 我 其 各 每 某 此 这 那 全 各级 各地 各类 各个 多个 所有 全部 相关 有关
现有 若干 一批 一个 一支 一家 我市 我区 我县 我省 我镇 本市 本区 本县 全省 全市 全区 全县 全国 全镇 全州 首个
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
"""
_STOPS = ESTABLISH | frozenset(_STOPS_WORDS.split())
_CLASS_BEFORE = re.compile(
    r"(?:各|各级|各地|各类|多个|所有|若干|[一两0-9]+[批些]|全覆盖(?:建成|建立|设立|推进)?|镇街|村级|县级"
    r"|区县|[市县区乡镇村]{2}两?级|[两三四]级|两级|三级|[0-9一二三四五六七八九十两余多]+(?:个|家|支|所|处"
    r"|座|名))$"
)
_NUMBER_BEFORE = re.compile(
    r"(?:[2-9]|[1-9][0-9]+|[二两三四五六七八九十百]+)余?(?:个|家|支|所|处|座)$|[各多数]+(?:个|家|支)?$"
)
_CLASS_AFTER = re.compile(
    r"^(?!1个)(?:[0-9]|实现全覆盖|扩充|增至|达|总数|数量|覆盖率|全覆盖|规范化|标准化|实体化|有效运行"
    r"|[0-9一二三四五六七八九十]+[个家支所])"
)
_NUMBERED = re.compile(r"[0-9一二三四五六七八九十两几多]+余?(?:个|家|支|所|处|座|名|类|级)")
_FIRST = re.compile(r"^(?:(?:[全国省市区县内]{1,2})?首[个家支批](?:[省市区县]级)?|(?:国家|[省市区县])级)")
# A name made of these alone is a class (服务中心, 工作专班, 人民调解委员会).
_GENERIC_WORDS = """
工作 专门 专项 各类 综合 基层 乡镇 街道 镇街 社会 专业 相关 服务 领导 管理 执法 行政 调解 人民 人民调解 专家
志愿 志愿者 志愿服务 干部 人才 律师 法律 实践 教育 示范 培训 科技 创新 村民 居民 民营 国有 上市 企业 职业 高等
老年 开放 政府 联合 临时 党 党员 公职 县级 区级 市级 省级 镇级 村级 国家级 国家 全国 省 市 区 县 村 社区 重点
主要 优秀 骨干 核心 专职 兼职 基层执法 应急 公益 协调 运行 指挥 数据 活动 文化 商业 金融 贸易 消费 物流 研发
制造 城市 区域 国际 世界 全球 经济 产业 人民群众 发展 群众 民生 医疗 卫生 养老 公共 便民 政务 信息 建设 法治
工程 项目 投资 技术 检测 试验 行业 政治 权力 旅游 度假 消费者 业主 物业 民办 公办 中小 大型 小型 独角兽 龙头
中央 头部 科研 高校 现代 综合性 区域性 国际化 重大 一站式 商贸 副 城 新 大 小 子 分 母 公立 私立 跨国 跨国公司
医疗集团 研究型 外资 内资 合资 用工 施工 建筑 中介 保险 担保 国企 央企 国资
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
# Centres of the economy are figures of speech: a city is one, nobody sits in it.
_FIGURATIVE = re.compile(
    r"(?:金融|航运|贸易|消费|人才|经济|科创|科技创新|产业创新|集散|制造业?|配置|医疗|医学|能源|商务|教育"
    r"|枢纽|交往|传播)中心$|产业基地$|生产基地$|制造业?基地$"
)
_WORD_OF_GRAMMAR = re.compile(r"[，。；：、！？（）《》]")


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name within a clause: offsets relative to it; ``relation`` as in :class:`kg.model.BodyMention`."""

    start: int
    end: int
    relation: str


def named_bodies(clause: Clause) -> Iterator[Named]:
    """The bodies of a clause by the end of their names, in order."""
    former: Named | None = None
    for ending in ENDING.finditer(clause.masked):
        found = _name(clause, ending, former)
        if found is not None:
            yield found
            former = found


def _name(clause: Clause, ending: re.Match[str], former: Named | None) -> Named | None:
    masked = clause.masked
    start, governor = _beginning(masked, ending)
    founding = _founding(masked, start, ending.start())
    start, governor = (founding, "成立") if founding is not None else (_shed(masked, start, ending.start()), governor)
    first = _FIRST.match(masked[start : ending.start()])
    start += first.end() if first else 0
    listed = former is not None and masked[former.end : start] == "、" and former.relation == "established"
    founded = (
        governor in ESTABLISH
        or bool(_FOUNDER.search(masked[:start]))
        or listed
        or bool(_OPENED.match(masked[ending.end() :]))
    )
    if not founded and not _ALWAYS_END.search(ending.group()):
        return None
    if not founded and _FIGURATIVE.search(masked[start : ending.end()]):
        return None
    if _NUMBERED.match(masked[start:]):
        return None
    if _is_class(masked, start, ending) or not _distinct(masked[start : ending.start()], ending.group(), founded):
        return None
    leads = _LEADING.match(masked[ending.end() :])
    return Named(start, ending.end(), "established" if founded else "leads" if leads else "mentioned")


def _beginning(masked: str, ending: re.Match[str]) -> tuple[int, str]:
    """Where the name begins, and the word that stands before it ("" at a comma or the start)."""
    stop = max((i for i in range(ending.start()) if _WORD_OF_GRAMMAR.match(masked[i])), default=-1) + 1
    stop = max(stop, ending.start() - 36)
    start = ending.start()
    for kind, left, words in reversed(list(_runs(masked, stop, ending.start()))):
        if kind == "quote":
            start = left
            continue
        for word in reversed(cut_words(words)):
            if word in _STOPS or word.isdigit():
                return start, word
            start -= len(word)
    return start, ""


def _founding(masked: str, start: int, end: int) -> int | None:
    """Behind a verb of founding a name may hold words that would end it elsewhere: 成立为侨助侨法律服务团."""
    found = None
    if _FOUNDED_BY.search(masked, 0, start):
        return start
    for verb in _FOUNDING.finditer(masked, 0, end):
        if verb.start() <= start and not _PARTED.search(masked, verb.end(), end):
            found = verb.end()
    return found


def _shed(masked: str, start: int, end: int) -> int:
    """The start without a verb that the dictionary grew together with the next word."""
    verb = _GROWN.match(masked, start, end)
    return verb.end() if verb else start


def _runs(masked: str, start: int, end: int) -> Iterator[tuple[str, int, str]]:
    """Alternate runs of plain characters and of whole quotations between two offsets."""
    for match in re.finditer(rf"“{BLACK}*”|[^“”]+", masked[start:end]):
        yield ("quote" if match.group().startswith("“") else "plain"), start + match.start(), match.group()


@cache
def cut_words(words: str) -> tuple[str, ...]:
    """The words of a run; a level in front of a name is a word of its own (区|水利系统)."""
    return cut(words)


def _is_class(masked: str, start: int, ending: re.Match[str]) -> bool:
    """Several of a kind: 各…中心, 3个…工作站, …工作室12家."""
    before = masked[max(0, start - 8) : start]
    if _CLASS_BEFORE.search(before) and not re.search(r"(?<![0-9])(?:1|一)[个家支所]$", before):
        return True
    return bool(_NUMBER_BEFORE.search(before) or _CLASS_AFTER.match(masked[ending.end() :]))


def _distinct(modifier: str, ending: str, founded: bool) -> bool:
    """Whether what stands before the ending tells one body from others of its kind."""
    if BLACK in modifier:
        return True
    if ending in ("司法所", "派出所"):
        return bool(re.search(r"[\u4e00-\u9fff]{2,}(?:街道|镇|乡|苏木)$", modifier)) and not modifier.startswith("各")
    if ending in ("公证处", "党校") and re.fullmatch(r"[\u4e00-\u9fff]{0,5}[省市区县州]", modifier):
        return True
    words = cut_words(modifier)
    if (
        words
        and re.fullmatch(r"[省市区县州旗镇乡]|[\u4e00-\u9fff]{2,6}[省市区县州旗镇乡]", words[0])
        and len(modifier) - len(words[0]) >= 2
    ):
        return True
    telling = "".join(word for word in words if word not in _GENERIC)
    if ending in ("中心", "基地") and not founded:
        return len(telling) >= 2
    return len(telling) >= 2 or len(modifier) >= (4 if founded else 6)
