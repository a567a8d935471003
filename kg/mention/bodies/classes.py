"""Whether a name means one body, or a class of bodies, a part that a city plays, or a building.

甲乙纠纷调处中心 is a body; 服务中心, 各级…中心, 建设10家…中心 are classes; 国际消费中心 is what a city wants to be; a
文化中心 that is built is a house until somebody is said to set it up.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.gazetteer import Gazetteer
from kg.levels import OFFICE_CENTRE
from kg.mention.bodies.endings import DEVELOP, EMPLOY, SET_UP
from kg.words import cut

_MEASURE = "[个家支所处座名批类条]"
_MANY = rf"(?:(?:[2-9]|[1-9][0-9,.]*[0-9]万?|[二两三四五六七八九十百几数多]+)余?{_MEASURE}|[各多数]+{_MEASURE}?)"
_ADJECTIVE = (
    r"(?:(?:国家|自治区|[省市区县州镇乡村])级|[\u4e00-\u9fff]{1,4}[型性化类]|示范|重点|特色|标准|新|高水平|高质量|先进|全国|省)"
)
_LEVELS = r"镇街|村级|县级|区县|(?:乡镇?|镇|街道)（[^（）]{1,4}）|[市县区乡镇村]{2}两?级|[两三四]级"
# Several of a kind: 各…中心, 新建3家省级…中心, 一批功能完善的…中心.
_SEVERAL = re.compile(
    rf"(?:{_MANY}{_ADJECTIVE}*|(?:一批|一系列|若干|各类|各级|多类)(?:[^，。；]{{0,16}}的)?{_ADJECTIVE}*"
    rf"|(?:各|各级|各地|各类|所有|多个|若干|全覆盖(?:建成|建立|设立|推进)?|{_LEVELS}|[一两][批些]))$"
)
_ONE = re.compile(r"(?<![0-9])(?:1|一)[个家支所]$")
# A level as an adjective or all of a place: 省级…中心, 全市…中心; 全市首个…中心 is one.
_LEVELED = re.compile(r"(?:国家|自治区|[省市区县州镇乡村])级$")
_WHOLE = re.compile(r"(?:全[省市区县州旗镇]|[全各])$")
_COUNTED = re.compile(
    r"^(?:（[^（）]{0,8}）)?(?:(?!1个)(?:超过?|近|约|逾|达到?|累计|总数|共|扩充|增至|和分中心)*[0-9]"
    r"|(?:均|已|全部)?实现(?:[^，。；]{0,10})全覆盖|扩充|增至|总数|数量|覆盖率|全覆盖|规范化|标准化|实体化|有效运行|百强|[一二三四五六七八九十]+[个家支所])"
)
_WITHIN = re.compile(
    rf"^(?:各|部分|规范化|一批|一系列|若干|各类|各级|多个|(?:村|镇|乡|社区|街道)级|[0-9一二三四五六七八九十两几多]+余?(?:{_MEASURE}|级))"
)
# 支持企业组建…联合体, 吸引企业设立…中心: who sets them up are many.
_BY_MANY = re.compile(
    r"(?:支持|鼓励|引导|吸引|推动|指导|推进)[^，；。]{0,10}(?:企业|高校|院校|机构|乡镇|镇街|社区|各地|地方|村|商户|力量|园区)"
    r"(?:[^，；。]{0,6})(?:设立|组建|成立|建立|建设|创建)$"
)
# 大型物流集团, 任务型联合体, 世界一流大学: what kind they are, and no name.
_KIND = re.compile(
    r"^(?:大型|中型|小型|中小|新型|现代|一流|高水平|世界(?:级|一流)|国际(?:一流|知名)|知名|头部|龙头|优质|本土|区域性|综合性|专业性"
    r"|枢纽性|[\u4e00-\u9fff]{2,3}型|[\u4e00-\u9fff]{2,3}类)"
)
_ANY_KIND = re.compile(
    r"^全国(?:模范|优秀|先进|文明|十佳)|一流|(?:全[球国]|世界|[省国]内)?最[大高强先]|上市公司$|^(?:存量|增量|新设|项目)公司$|[\u4e00-\u9fff]型大学$|三甲医院$"
)
# Centres of the economy are figures of speech: a city is one, nobody sits in it. The same of places where goods are made.
_ROLE = re.compile(
    r"(?:金融|航运|贸易|消费|人才|经济|科创|科技创新|集散|制造业?|配置|医疗|医学|能源|商务|教育|枢纽|交往|传播"
    r"|[副双次]|城市|循环|定价|结算|加注|分拨|转运|中转|流通|集结|供应链(?:管理|组织)|(?:运营|物流)组织|风险管理|资产管理|财富管理"
    r"|总部|创意|设计|时尚|美食|旅游|度假|综合性科学|国家科学|创新策源)中心$"
    r"|(?:产业|生产|制造业?|能源|供应|种植|养殖|繁育|出口|加工|原料|电源|风电|光伏)基地$"
)
# Houses, works and sites: 甲区文化艺术中心.
_SITE = re.compile(
    r"(?:文化|艺术|体育|文体|会展|展览|展示|会议|活动|演艺|购物|商业|奥体|健身|市民|游客|客运|换乘|交通"
    r"|数贸|接驳|联运)中心$"
)
_WORKS = re.compile(r"(?:物流|冷链|仓储|配送|(?<!大)数据|算力|智算|超算|灾备|加工|屠宰|应急救援|储运)中心$")
_WORLD = re.compile(r"国际|全球|世界|亚太|区域|内陆|现代")
_WORLDWIDE = re.compile(r"世界|国际|亚洲|中国|中华|全国|海峡|联合国")
_LANDED = re.compile(r"落户|落地|揭牌|挂牌|投入运行")  # what settles somewhere is there
_LEVEL_FIRST = re.compile(r"自治区|[省市区县州旗镇乡]|街道|[\u4e00-\u9fff]{2,6}(?:省|市|区|县|州|旗|镇|乡|街道)$")
_NATION = frozenset("国家 全国 中国 联合国 中央 自治区 省 市 区 县 州 旗 镇 乡 街道".split())
_REGION = re.compile(r"大湾区|三角|京津冀|流域|经济圈|城市群|走廊|通道")
# Two of these together are a contraction (智算, 国创, 产训), not a brand that the dictionary does not know.
_LETTERS = frozenset(
    "国省市县区州镇乡村农林牧渔水医药疗康养托育幼文旅体教科技创智数算云企校院政银税警法检监民社商贸物流融投产训学研用"
    "工业综治城运众双海侨港航空天低碳新能源力供销网信媒和与及的大小级型类性化为我"
)
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
交易 验证 概念 概念验证 算力 调度 场景 知识 技术创新 产业创新 科技创新 制造业 产品 商品 材料 合作 促进 发展 保障 培育 培养
推广 升级 协同 联动 集聚 支撑 治理 运营 监测 检验 检验检测 转化 转移 孵化 展示 体验 托育 托幼 康养 青少年 妇女 儿童
残疾人 职工 农民 企业家 集结 存储 维护 采购 产权 供应链 产业链 供应 应急救援 医学 综合服务 卫生应急 公共卫生 紧急救援
境内 境外 境内外 平台 行业协会 协会 商会 联合会 援助 三甲 技师 技工 帮扶 对口 支援 一流 知名 高水平 高质量 新型 特色
民族 地方 本地 本土 当地 外地 海外 航空 汽车 能源 电力 钢铁 化工 农业 农村 林业 渔业 食品 环保 房地产 地产 交通 运输
校企 校地 产学研 政产学研 研究 研发 试点 示范 骨干企业 企业技术 工程技术 工程研究 质量 标准 标准化 计量 认证 和 与 及
的 类 型 性 级 业 化 农事 为农 助农 便民服务 社区服务 家庭 婚姻 就业 创业 创新创业 双创 创投 科教 产教 产教融合 融合
核心区 集成 一体化 现代化 智能化 数字化 绿色 低碳 智慧 数字 智能 先进 优质 农产品 高端 精品 大宗商品 跨境 跨境电商 电商
商务 会展 文旅 文体 体育 健康 卫生院 医药 药品 器械 生态 环境 资源 安全 救援 救助 防控 防治 气象 水利 网络 通信 软件
三农 村镇 村集体 集体 经济合作 合作组织 组织 农业社会化 社会化 区域性 专业化 特种 普通 高职 本科 应用型 技能 技能型 党建
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_OWN_NAME = ("大学", "学院", "集团", "公司", "医院")
_TELLING = ("司法所", "派出所")


def is_class(masked: str, start: int, ending: re.Match[str], governor: str) -> bool:
    """Several of a kind: 各…中心, 3个…工作站, …工作室12家, 支持企业设立…中心."""
    before, name = masked[max(0, start - 30) : start], masked[start : ending.end()]
    if _SEVERAL.search(before[-24:]) and not _ONE.search(before):
        return True
    if _BY_MANY.search(before) or governor == "等" or _WITHIN.match(name):
        return True
    if (_LEVELED.search(before) or _WHOLE.search(before)) and not OFFICE_CENTRE.search(name):
        return True
    return bool(_COUNTED.match(masked[ending.end() :]))


def is_figure(name: str, set_up: bool) -> bool:
    """Whether a name is a part that a place plays or a site: 国际消费中心, 甲区文化中心; set up, it is a body."""
    if _ANY_KIND.search(name) or _WORKS.search(name):
        return True
    return not set_up and bool(_ROLE.search(name) or ("“" not in name and _SITE.search(name)))


def is_distinct(masked: str, start: int, ending: re.Match[str], verb: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands before the ending tells one body from others of its kind."""
    modifier, end, founded = masked[start : ending.start()], ending.group(), bool(verb)
    if end in _TELLING:
        if any(gazetteer.named(modifier + level) for level in ("镇", "街道", "乡")):  # 塘下司法所 is that of 塘下镇
            return True
        return bool(re.search(r"[\u4e00-\u9fff]{2,}(?:街道|镇|乡|苏木)$", modifier)) and not modifier.startswith("各")
    if "“" in modifier:
        return True
    if end in ("公证处", "党校") and re.fullmatch(r"[\u4e00-\u9fff]{0,5}[省市区县州]", modifier):
        return True
    if not founded and _KIND.match(modifier):
        return False
    telling = _telling(modifier)
    if end in ("中心", "分中心", "基地"):
        return _distinct_centre(masked, start, ending, verb, gazetteer)
    words = cut(modifier)
    if words and _LEVEL_FIRST.fullmatch(words[0]) and len(modifier) - len(words[0]) >= 2:
        return True
    if _WORLDWIDE.match(modifier) and len(modifier) >= 4:
        return True
    if end in _OWN_NAME and not founded:
        return len(telling) >= 2 or has_name(modifier, gazetteer)
    return len(telling) >= 2 or len(modifier) >= (4 if founded else 6)


def _distinct_centre(
    masked: str, start: int, ending: re.Match[str], verb: str, gazetteer: Gazetteer
) -> bool:
    """Of a centre: founded, of a government's office, or with a name; what is only planned and promoted needs a name."""
    modifier, name = masked[start : ending.start()], masked[start : ending.end()]
    telling = _telling(modifier)
    if verb and (len(telling) >= 2 or (verb in SET_UP and len(modifier) >= 4)):
        return True
    owned = _LEVEL_FIRST.fullmatch(cut(modifier)[0]) if modifier else None
    office = OFFICE_CENTRE.search(name) and len(modifier) >= 4
    if (office and (owned or len(telling) >= 2)) or ((office or owned) and not _promoted(masked, start)):
        return True
    if modifier.startswith("全国"):
        return len(modifier) >= 6
    if has_name(modifier, gazetteer) or _LANDED.search(masked, ending.end(), ending.end() + 30):
        return len(telling) >= 2
    return len(telling) >= 3 and not _promoted(masked, start) and not _WORLD.match(modifier)


def _telling(modifier: str) -> str:
    return "".join(word for word in cut(modifier) if word not in _GENERIC)


def _promoted(masked: str, start: int) -> bool:
    """Whether the verb that governs a name is one of policy (加快建设, 完善), not of dealing with an organisation."""
    develop = max((m.end() for m in DEVELOP.finditer(masked, 0, start)), default=0)
    employ = max((m.end() for m in EMPLOY.finditer(masked, 0, start)), default=0)
    return develop > employ


def has_name(modifier: str, gazetteer: Gazetteer) -> bool:
    """Whether a modifier holds a name: a place, a region, a level or nation in front, or a word no dictionary knows."""
    words, at = cut(modifier), 0
    if (words and words[0] in _NATION) or _REGION.search(modifier):
        return True
    for word in words:
        found = gazetteer.match(modifier, at) or gazetteer.match_short(modifier, at)
        if found and found not in _GENERIC and len(word) <= len(found):
            return True
        at += len(word)
    return _unknown(modifier)


def _unknown(modifier: str) -> bool:
    """Whether two single characters stand together: a brand or a small place that the dictionary does not know."""
    return any(len(one) == len(two) == 1 and not {one, two} <= _LETTERS for one, two in pairwise(cut(modifier)))
