"""How the names of bodies end, and the words that found bodies.

The ends are nouns for organisations, not names of any.
"""

from __future__ import annotations

import re

# Ends of names that are bodies wherever they stand.
_ALWAYS = (
    "委员会|管委会|领导小组|协调小组|工作小组|评议小组|指导小组|攻坚小组|小组|联席会议|中心|协会|学会"
    "|研究会|商会|促进会|联合会|基金会|理事会|仲裁院|仲裁委|研究院|研究所|大学|学院|银行|集团|公司"
    "|公证处|司法所|派出所|律师事务所|联盟|服务团|顾问团|讲师团|宣讲团|律师团|专家团|专班|指挥部|医院|党校"
    "|智库|指挥室|执法局|监狱|戒毒所|法庭|调委会|服务队|突击队|宣讲队|执法队"
)
# Ends that are bodies only where somebody sets them up: elsewhere they are sites and ranks of people (干部队伍).
# 基站, 车站, 东站 and 电站 are works, whoever builds them.
_FOUNDED = (
    "队伍|专家库|人才库|工作站|联络站|服务站|监测站|联系点|工作室|基地|驿站|会客厅|评查组|工作组|专家组"
    "|督导组|督察组|专项组|评审组|顾问组|救援队|小分队|分队|队|分中心|分院|(?<![基车电泵气油东西南北货港换变枢加])站"
    "|所|联合体|学校|书院|讲堂|合作社|支部|党组|党委|工会"
)
_NOT_AFTER = (
    r"(?![伍队城工区镇村环思轴站国渔群]|任(?!命)|组(?![织建])|学(?!习)|点(?!评)|市(?!场)|线(?![上下索])|位(?![于列居])|长(?!期)"
    r"|制(?![定订作])|化(?!解)|部(?![署门])|[员级]|所(?=[0-9])|理论|主任|副主任|工作人员|章程|广场"
    r"|办公室主任|集群)"
)
ENDING = re.compile(rf"(?:{_ALWAYS}|{_FOUNDED}){_NOT_AFTER}")
ALWAYS_END = re.compile(rf"(?:{_ALWAYS})$")

_ESTABLISH_WORDS = """
设 成立 组建 设立 新设 建立 建成 筹建 揭牌 挂牌 挂牌成立 揭牌成立 新建 增设 组成 启用 创设 创建 设置 新设立 新成立
新组建 建起 下设
"""
ESTABLISH = frozenset(_ESTABLISH_WORDS.split())
# A building is built, an organisation is set up: 建成…文化中心 names no body, 成立…中心 does.
SET_UP = ESTABLISH - frozenset(("建成", "新建", "建立", "创建", "设置", "建起", "启用"))
# 建成全国首个…, 成立了一支…: between verb and name stand words of number and praise.
FOUNDER = re.compile(
    rf"({'|'.join(sorted(ESTABLISH))})(?:了|起|全[国省市区县州]|我[省市区县]|[国省市]内|首[个家支批]|一[个支家]|专门)+$"
)
FOUNDING = re.compile(r"成立|组建|设立|新设|筹建")
FOUNDED_BY = re.compile(r"(?:成立|组建|设立|建立)了?(?:由|以)[^，]*的$")  # 成立由镇长任组长的…领导小组
OPENED = re.compile(r"^(?:正式|顺利|挂牌|揭牌|获批)*(建校|成立|挂牌|揭牌|启用|组建|投入运行|投用|入驻)")
LEADING = re.compile(
    r"^(?:主要(?:负责)?(?:人|同志|领导)|负责(?:人|同志))?(?:牵头|主持|主导|会同|联合|统筹|主办"
    r"|组织(?![机架])|负责(?!人))"
)
# What a government does with places and plans, and what it does with organisations that are there.
DEVELOP = re.compile(
    r"建设|建成|建强|建好|新建|扩建|打造|推进|推动|加快|发展|升级|支持|培育|布局|完善|提升|增强|强化|争创|创建"
    r"|用好|形成|规划|谋划|构建|健全|引进|引入|促进|提高|推广|壮大|做强|办好|建立|深化|联动|融入|创成|申建"
)
EMPLOY = re.compile(
    r"成立|组建|设立|设置|挂牌|揭牌|依托|发挥|委托|联合|会同|邀请|通过|聘请|走访|召开|调动|利用|借助|由|与|向|在"
)
