"""Goals and things of the economy: what a plain name with a programme's head names without being a programme.

Heads such as 体系, 平台 and 基地 end the names of arrangements that a government makes for its own work (甲县执法监督评议体系)
and of conditions that it wishes for (现代渔业产业体系, 冷链物流基地). In reports on law-based government nearly all are of
the first sort, in general work reports nearly all of the second. The words before the head tell them apart.
"""

from __future__ import annotations

import re

# Heads of arrangements and of conditions alike; with any other head, or in quotation marks, a name is taken as it is.
_DOUBTFUL = re.compile(
    r"(?:体系|格局|模式|平台|基地|场景|中心|工作站|服务站|系统|应用|网络|大脑|矩阵|实验室|共同体|联合体|大模型|智能体|枢纽)$"
)
# How a government works: a 体系 of this is an arrangement (镇级矛盾纠纷调处体系), any other a condition (稻米加工产业体系).
_OF_GOVERNING = re.compile(
    r"法治|执法|司法|普法|法律|律师|法务|仲裁|公证|复议|应诉|行政|审批|审查|审核|审慎|监管|监督|监测|督察|督查|巡察|检察|检查|巡查"
    r"|合规|合法|裁量|处罚|规范性|立法|纠纷|争议|调解|化解|调处|信访|诉求|诉|议事|协商|治理|网格|政务|政府|服务大厅|办事"
    r"|一件事|一网|一窗|证明|证照|信用|公开|公平竞争|营商|企业服务|为企|涉企|惠企|助企|涉外|决策|评估|评价|考核|问责|责任|权力|清单|数据|数字|智慧|智能化|智治"
    r"|服务平台|查询|在线|掌上|线上|指挥|调度|预警|应急|举报|维权|见证|综合服务|安全生产|消防|平安|反诈|人大|基层|村务|社区|追溯|溯源"
)
# The widest heads need a word of law or administration: 应急物资储备体系 is stores, 矛盾纠纷调处体系 is government.
_WIDEST = re.compile(r"(?:体系|格局|网络|基地|中心|工作站|服务站)$")
_OF_LAW = re.compile(
    r"法治|执法|司法|普法|法律|律师|法务|仲裁|公证|复议|应诉|行政|审批|审查|审核|监管|督察|督查|巡察|合规|合法|裁量|处罚|规范性|立法"
    r"|纠纷|争议|调解|化解|调处|信访|诉求|议事|网格|政务|政府|一件事|证明|信用|公平竞争|营商|为企|涉企|惠企|助企|涉外|决策|考核|责任|权力"
    r"|清单|见证|普惠服务|维权|村务|指挥|监督"
)
# 推动甲成果转化应用: behind a noun of doing 应用 is a verb, and no application has that name.
_APPLYING = re.compile(r"(?:转化|推广|示范|创新|研发|技术|装备|车船|成果|水平|规模)应用$")
# 科创平台, 中试平台: a class of things in industry; 招投标交易平台, 政企直通车平台 are single things that a place runs.
_OF_INDUSTRY = re.compile(r"科创|创新|商贸|供应链|贸易$|地区合作|中试|验证|研发|孵化|开放|产业|消费|工业互联网|技术|集散|大$")
# 现代化国家, 高水平平台: rank words without a thing.
_RANKED = re.compile(r"^(?:国家级?|世界级|高能级|高水平|高品质|高质量|全球|国际|区域性|现代化?|新型)")


def is_goal(modifier: str, head: str) -> bool:
    """Whether a plain name is a condition wished for or a class of things: 现代渔业产业体系, 高能级科创平台."""
    if not head or not _DOUBTFUL.search(modifier + head):
        return False
    if head.endswith("应用") and _APPLYING.search(modifier + head):
        return True
    if head.endswith("平台"):
        return bool(_RANKED.match(modifier) or _OF_INDUSTRY.search(modifier))
    governing = _OF_LAW if _WIDEST.search(head) else _OF_GOVERNING
    return not governing.search(modifier + head) or bool(_RANKED.match(modifier) and head.endswith(("基地", "中心")))


def is_of_law(words: str) -> bool:
    """Whether words speak of law or administration: 商事调解, not 种业专利; a centre that is set up for it is a measure."""
    return bool(_OF_LAW.search(words))


# 甲乙铁路改造工程, 丙江丁段整治: building works at one place; 农村公路提升行动 is a campaign.
_WORK = re.compile(
    r"铁路|高铁|高速公路|大桥|水库|水利枢纽|航道|机场|灌区|水道|[江河]\w{0,4}段|引[\u4e00-\u9fff]{1,3}济[\u4e00-\u9fff]{1,2}"
)


def is_work(modifier: str, head: str) -> bool:
    """Whether a plain name is that of a building work: 甲乙铁路改造工程."""
    return head.endswith(("工程", "整治")) and bool(_WORK.search(modifier))
