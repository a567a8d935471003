"""Names in quotation marks: which quotations name a programme, and what before and behind them belongs to the name.

Reports quote names, slogans, idioms and figures of speech alike. A quotation is a name when a head follows it
(“一窗通办”改革), when a verb that governs programmes stands before it (推行“一窗通办”), or when it is the subject of a
result (“一窗通办”入选…, “一窗通办”率达…). The rest is rhetoric (打通“最后一公里”).
"""

from __future__ import annotations

import re

from kg.mention.programmes.heads import head_at_end, last_head
from kg.mention.programmes.lexicon import ADVERBS, STRONG_VERBS, breaker_pattern
from kg.mention.programmes.names import Name, quotes, tidy_start
from kg.mention.programmes.rhetoric import is_figure_of_speech, is_rhetorical, is_saying, says_otherwise
from kg.mention.programmes.tails import shared_tail, tail
from kg.vocabulary import Vocabulary

_RESULT = re.compile(
    r"^(?:等[0-9]+个)?(?:项目|案例|做法|模式|经验(?:做法)?|品牌|机制|应用|平台|场景|工作法|活动|体系)?(?:成功|先后|首批"
    r"|已)?(?:(?:被|获|入选|入围|荣获|荣膺|荣登|登上|跻身|列入|纳入|评为|作为|列为)"
    r"|在[^，。；]{2,16}?(?:刊发|刊登|推广|推介|交流|转发|介绍))"
)
_RATE = re.compile(r"^[\u4e00-\u9fff]{0,6}(?:率|占比)")
# Not “南珠”出口规模达3亿元: goods and industries are measured so, programmes are not.
_COUNTED = re.compile(
    r"^(?!的)(?![\u4e00-\u9fff]{0,6}(?:出口|产值|产量|产能|销售|销量|营收|收入|增加值|投资|贷款|规模))"
    r"[\u4e00-\u9fff]{2,12}?[0-9]+(?:\.[0-9]+)?(?:万|亿|余)?[件家次个项人起条元场]"
)
# “半小时服务圈”基本形成: a subject that comes about, spreads or works is a thing that is run.
_FARES = re.compile(
    r"^(?:已|正式|基本|初步|全面|成功|有效|陆续|不断|持续)?(?:形成|建成|上线|落地|推开|铺开|运行|投用|覆盖|启用|成型"
    r"|扩面|升级|见效|深化|推进|延伸[至到]|实现[^，。；]{0,14}全覆盖|在全[国省市区县](?:范围)?(?:内)?(?:复制)?(?:推广|推开|交流))"
)
_FAMILY = re.compile(r"^[^。，；]{0,40}?等(?:[0-9一二两三四五六七八九十]+[个项])?[^“”，。；]{0,12}(“一件事”)")
_LEFT_STOP = re.compile(
    r"^(?:.*(?:[、，。：；■的等和与及或在对向以把将为被从到由称是有即叫]|(?<![信应专通公试商使费采运引利])用|实现|形成|提级|获得?|所谓|包括|利用|报送"
    r"|推荐|入选|评为|命名|荣获|获评|参加|参与|紧扣|开设|互设|设立|设置|启用|举行|编印|发布|公布|公示|梳理|申报|以及|开通|采用|采取|打好|打响|打通|打赢"
    r"|办理|接入|试用|投放|增强|部分|力争|新增|选派|选聘|招募|关闭|压缩|压实|夯实|落地|安排|壮大|集聚|汇聚|涌现|迎来|发放|融入|用足|提质升级|培植|选树|发展(?=新时代)|坚持))?"
)
# 落实省委三个“一号工程”: who has called for it is no part of its name.
_ISSUER = re.compile("[省市区县州]委(?:[、和]?[省市区县州]政府)?|[省市区县州]政府|国务院|中央")
# 某某局“甲”机制, 某网站“乙”栏目: the organ is the subject, the site the place, not the name.
_ORGAN = re.compile(r"(?:[局委办厅院所队]|街道|政府|中心|法庭|网站|公众号|客户端|APP)$")
# 某所创新“甲”调解法, 力争“甲”平台…: what ends in a verb or an adverb is no modifier.
_NO_MODIFIER = (*STRONG_VERBS, *(word for word in ADVERBS if len(word) > 1), "创新", "试点", "升级", "作为", "创成", "承担")
_LONGEST = 24  # characters of a quotation that can be a name; a longer one is the title of a case or a sentence


_NUMERAL = re.compile("[两双三四五六七八九十]")
_NUMBERED = re.compile("[两三四五六七八九]个")  # 三个“一号工程” have that name; 15个“一号工程” is a count


_HOW_MANY = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def _counts_them(core: str, before: str) -> bool:
    """甲调解、乙调解、丙调解“三调联动”: the number says that the list in front is what the quotation sums up."""
    listed = re.split("[、和与及]", re.split("[，。；：]", before)[-1])
    return len(listed) == _HOW_MANY.get(core[0], 0)


def _left(masked: str, start: int, core: str) -> int:
    """Where the modifier of a quotation begins: 行政执法 in 行政执法“三项制度”, nothing in 甲和“乙”."""
    before = masked[:start]
    stop = _LEFT_STOP.match(before)
    begin = stop.end() if stop else 0
    if begin < start and not _NUMBERED.fullmatch(before[begin:]):
        begin += tidy_start(before[begin:] + "xxx")
    if issuer := _ISSUER.match(before, begin):
        begin = issuer.end()
    modifier = before[begin:start]
    last = len(modifier) <= 3 and _NUMERAL.match(core) and before[begin - 1 : begin] in tuple("、和与")
    if "了" in modifier or last or _counts_them(core, before):
        return start  # 甲、乙、丙“三治融合”: the list says what the three are
    if modifier.endswith(_NO_MODIFIER) or _ORGAN.search(modifier):
        return start
    if len(modifier) > 16 or (breaker_pattern().match(modifier) and len(modifier) <= 2):
        return start
    return begin if len(modifier) >= 2 else start


# “一窗通兑”案例入选…: a practice that was put forward as a case.
_WON_AS_A_CASE = re.compile("案例(?:成功|先后|首批)?(?:被|获|入选|入围|荣获)")


# “云窗办”监管走形式, “云窗办”运行不畅: in a section on problems the subject of the trouble.
_FALTERS = re.compile(
    r"(?!但|却|而|与|和|、|[\u4e00-\u9fff]{0,4}(?:现象|倾向|心态|问题))[\u4e00-\u9fff]{0,10}?(?:不|未|缺|弱|偏|低|难|走形式|有待|有差距|滞后|薄弱)"
)


def quoted_names(
    text: str, masked: str, verb: str, goes_on: bool, vocabulary: Vocabulary, trouble: bool = False
) -> list[Name]:
    """The names with quotation marks in a segment.

    ``verb`` governs it ("" for a subject); ``goes_on`` tells that a verb of the same clause follows it, ``trouble`` that
    it opens a clause in a section on problems.
    """
    names = []
    for start, end, core in quotes(text):
        agent = not verb and ((goes_on and end == len(text)) or (trouble and bool(_FALTERS.match(masked[end:]))))
        name = _quoted(text, masked, verb, start, end, core, agent, vocabulary)
        if name:
            names.append(name)
    return names


# “老支书评理队”专攻邻里纠纷: who or what is named so acts, whatever the verb.
_MANNED = re.compile(r"(?:[室队角团车厅站岗亭堂]|行动|管家|课堂|学堂|讲堂|专班|议事会|板凳会)$")


def _acts(masked: str, verb: str, start: int, behind: str, core: str) -> bool:
    before = masked[_clause(masked, start) : start]
    if verb or len(before) > 4 or re.search("[的以为被把]", before) or re.search("[，、]", core):
        return False
    return bool(_MANNED.search(core) and re.match("(?![的等])[\u4e00-\u9fff]{2}", behind))


def _quoted(
    text: str, masked: str, verb: str, start: int, end: int, core: str, agent: bool, vocabulary: Vocabulary
) -> Name | None:
    behind = masked[end:]
    if re.search("[。！？；]", core) or len(core) < 2:
        return None
    verb = _adjacent_verb(masked, start) or verb
    finish, kind = tail(masked, end, vocabulary)
    own = finish > end
    headed = head_at_end(masked[end:finish], vocabulary) if own else None
    # “甲少数”学法用法制度: with more than a bare head behind it a figure of speech is part of a name.
    whole = headed == "platform" and core in ("一张网", "一张图", "一盘棋")
    full = whole or headed in ("campaign", "reform") or re.search("[^，。]{4}(?:制度|机制)$", behind[: finish - end])
    if is_figure_of_speech(core, behind) and not full:
        return None
    if not own and (core.isdigit() or is_saying(core)):
        return None
    beyond = behind.lstrip("■、和与及")  # “甲”、“乙”问题: what stands behind a row is said of all
    if not own and says_otherwise(beyond) and not _RATE.match(beyond) and not _WON_AS_A_CASE.match(beyond):
        return None
    if kind is None:
        _, kind = shared_tail(text, masked, end, vocabulary)
    begin = _left(masked, start, core)
    if core == "一件事" and not own and start - begin < 2:  # the family, none of its members
        return None
    rule = _reason(masked, verb, start, behind, own, kind, core)
    if core == "一件事" and not rule and not verb:  # 甲监管“一件事”、乙监管“一件事”…: each is a member by its name
        rule = "quoted-subject"
    rule = rule or ("quoted-agent" if agent or _acts(masked, verb, start, behind, core) else None)
    if rule is None or (len(core) > _LONGEST and not behind.startswith("项目")):
        return None
    words = text[begin:finish]
    family = _FAMILY.match(text[end:])
    if family and "一件事" not in core and re.match(r"^(?:[、和]?“[^“”]{2,40}”)*等", text[end:]):
        # “甲”“乙”等三个“一件事” are 甲一件事 and 乙一件事: the family name belongs to each.
        words, kind = f"{words}{family.group(1)}", "reform"
    return Name(begin, finish, words, kind or _bare_kind(core, rule, verb, vocabulary), rule, core)


_BESIDE_A_QUOTATION = {"试点", "升级", "选派", "选聘", "招募", "投放"}  # verbs that govern only what they touch
_VERBS_BY_LENGTH = tuple(sorted({*STRONG_VERBS, *_BESIDE_A_QUOTATION}, key=lambda word: (-len(word), word)))


def _adjacent_verb(masked: str, start: int) -> str:
    """The verb that stands right before a quotation, wherever in the clause: 在甲街道试点“乙”."""
    return next((verb for verb in _VERBS_BY_LENGTH if masked.endswith(verb, 0, start)), "")


# 甲街道“乙管家”、丙镇“丁夜话”: what a place below has under a name of its own.
_PLACED = re.compile(
    r"(?:街道|[镇乡村]|社区|苏木|嘎查|(?<![地城园片小各全我本该])[区县市旗]|(?<=[\u4e00-\u9fff])(?<![主老新心])城区)$"
)
_LONGEST_PLACE = 14  # 某某街道某某社区: what opens a clause and is no longer names a place and nothing more


def _clause(masked: str, at: int) -> int:
    """Where the clause of a position begins."""
    return max(masked.rfind(mark, 0, at) for mark in "，。；：、") + 1


_GOES_ON = re.compile(r"$|[、，。；和与]|等|做法|模式|[\u4e00-\u9fff]{1,12}[0-9]")

_BY_SHAPE = (
    (re.compile(r"一件事$"), "reform"),
    (re.compile(r"(?:室|亭|堂|点|集|夜话|课|法庭|船|队|团|站|港湾|工坊|会客厅|管家|老娘舅|先锋)$"), "brand"),
    (re.compile(r"(?:在线|智控|速通|线上|超市|e通|掌上办)$"), "platform"),
)
_BY_VERB = {
    "platform": frozenset("上线 开发 迭代 升级 迭代升级 优化升级 运行 开通 投用 提级 上架".split()),
    "brand": frozenset("培育 打造 擦亮 举办 创建 组织 设立 成立 组建 开设 做强 做优".split()),
}


def _bare_kind(core: str, rule: str, verb: str, vocabulary: Vocabulary) -> str | None:
    """The kind of a quotation without a head behind it: by the head within it, its shape, its verb, its part.

    What wins prizes or serves people under a name of its own is a brand; what is merely carried out, a mechanism.
    """
    head = last_head(core, vocabulary)
    if head:
        return head[1]
    for pattern, kind in _BY_SHAPE:
        if pattern.search(core):
            return kind
    for kind, verbs in _BY_VERB.items():
        if verb in verbs:
            return kind
    return "brand" if rule in ("quoted-recipient", "quoted-agent", "quoted-subject") else None


# 探索“甲+乙”组合供应: behind a verb of practice a few plain words may end the clause.
_PRACTISE = frozenset(["探索", "推行", "创新", "推广", "试行", "首创", "实行"])
_SHORT_TAIL = re.compile(r"[\u4e00-\u9fff]{2,6}(?:$|[，。；、])")


# “丙丁通办”第四批事项承接到位, “乙法通”地图接入网点60个: the subject of a clause that says what it does.
_AT_WORK = re.compile(
    r"(?!的)[\u4e00-\u9fff]{0,10}?(?:承接|接入|受理|办结|办理|调处|化解|归集|推送|惠及|解答|接听|收集|交办|流转)"
)
# 打击整治“百日行动”: a quotation that ends like a campaign is one, whatever stands before it.
_NAMES_ITSELF = re.compile("(?:行动|整治|攻坚战|工程|改革|回头看)$")


# 依托“甲平台”办理事项: what the work is done with is named, whatever the work.
_BY_MEANS = frozenset(("依托", "运用", "通过", "借助", "利用", "用好"))
_A_SYSTEM = re.compile("(?:平台|系统|应用|APP|小程序)$")


def _reason(
    masked: str, verb: str, start: int, behind: str, own: bool, kind: str | None, core: str
) -> str | None:
    """Which rule makes the quotation a name, or None."""
    names_itself = bool(_NAMES_ITSELF.search(core))
    acts = names_itself or bool(_MANNED.search(core))  # 组织“药都大篷车”深入乡镇: it has a name and does something
    before = masked[:start].rstrip("■、和及与")
    if own:
        return "quoted-head"
    if is_rhetorical(before, verb) and not names_itself:
        return None
    if before.endswith("以") and behind.startswith("为"):
        # 以“甲战略”为引领: what guides the work is not the work; 以“乙”为抓手: what it takes hold of is.
        return "lever" if re.match("为(?:总|重要|主要|有力)?(?:抓手|牵引|载体|突破口|切入点)", behind) else None
    if kind:
        return "quoted-list-head"
    if _PLACED.search(masked[:start]) and (_GOES_ON.match(behind) or start - _clause(masked, start) <= _LONGEST_PLACE):
        return "place-quoted"
    beyond = behind.lstrip("■、和与及")  # what stands behind the last of several quotations in a row
    if _RESULT.match(beyond):
        return "quoted-recipient"
    if verb in _PRACTISE and _SHORT_TAIL.match(behind):
        return "verb-quoted"
    if not verb and (_RATE.match(behind) or _COUNTED.match(beyond) or _FARES.match(beyond)):
        return "quoted-subject"
    if not verb and start == 0 and _AT_WORK.match(behind):
        return "quoted-subject"
    if verb in _BY_MEANS and _A_SYSTEM.search(core):
        return "verb-quoted"
    if verb and acts and re.match(r"(?!的)[\u4e00-\u9fff]{2}", behind):
        return "verb-quoted"
    if verb and (
        re.match(r"$|[，。；、■“和与及]|[0-9]+(?:\.[0-9]+)?(?:余|多)?[\u4e00-\u9fff]", behind)
        or breaker_pattern().match(behind)
        or re.match(r"(?:高效|常态|规范|有序|实体化)?运[转行]|建设|工作|等|升级版|重点事项|户次", behind)
        or re.match(r"进[\u4e00-\u9fff]{2}(?:$|[，、。；])", behind)
    ):
        return "verb-quoted"
    return None
