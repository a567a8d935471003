"""Rhetoric: quotations that are figures of speech, slogans, principles, complaints, not names of programmes."""

from __future__ import annotations

import re

# Verbs of rhetoric: what they take in quotation marks is a figure of speech.
_RHETORIC = re.compile(
    r"(?:增强|坚定|做到|树牢|筑牢|守好|守牢|把好|把牢|打通|用好|用活|绘好|下好|当好|跑出|按下|拧紧|画好|念好|打好|唱好"
    r"|紧盯|抓住|破解|消除|杜绝|避免|防止|解决|"
    r"严防|克服|治理|整治|打击|查处|严查|查纠|纠治|惩治|遏制|关停|压缩|清理|实现|达到|迈向|走向|转向|变|从|到|不再|成为"
    r"|争当|争做|甘当|系好|牵住|啃下|扣好|补齐|跨越|迈出|织密|织牢|夯实|压实|扛起|凝聚|彰显|体现|"
    r"谱写|书写|吹响|奏响|亮出|交出|答好|所谓|称为|誉为|坚持|秉持|围绕|紧扣|按照|遵循|对照|参照|根据|立足|捍卫|忠诚拥护"
    r"|贯穿|落实到|发挥|学习|宣传|聚焦)了?$"
)
_NOT_NAME = re.compile(
    r"^(?:[0-9一二三四五六七八九十]+(?:个|大)?(?:意识|自信|维护|确立|务必|一百年|关键)|关键少数|少数关键|最后[一1]公里"
    r"|.?最先一公里|放心.*|指挥棒|路线图|助推器|任务书|时间表|风向标|"
    r"晴雨表|方向盘|压舱石|定盘星|总钥匙|总开关|牛鼻子|金钥匙|金标准|硬骨头|绊脚石|加速度|加速器|发动机|主引擎|新引擎"
    r"|火车头|主力军|排头兵|领头雁|先手棋|组合拳|当头炮|护城河|"
    r"防火墙|安全网|紧箍咒|责任田|自留地|一盘棋|一股绳|一张网|一把手|一岗双责|领头羊|试金石|磨刀石|尚方宝剑|主心骨"
    r"|双刃剑|强心针|及时雨|春风化雨|神经末梢|毛细血管|前哨|"
    r"(?:[\u4e00-\u9fff]得[\u4e00-\u9fff]{1,2}、?)+|十[一二三四五]五|十?[二三四]五|[一二三四五六七八九]五|一带一路|两会|双碳|三农|三资|三公|四化|五位一体|四个全面|三新一高"
    r"|中国之治|国之大者|两个大局|立改废释?|双提升|双下降|双增长|红绿灯|"
    r"两代表一委员|三重一大|八项规定|四风|第一责任人|.{0,4}五年规划)$"
)
# “三个离得开”, “四个更加”: a numbered saying. With a head behind it (“三个一批”行动) it is a name after all.
_SAYING = re.compile(
    r"^[一二两三四五六七八九十]+[个大](?!.*(?:治理|整治|行动|革命|改革|机制|制度|工程|计划|批|场景|平台|责任|提交)$)[^项重优]"
)
# A quotation followed by one of these is a principle, a complaint, an honour or a person, not a programme.
_TAIL_NOT = re.compile(
    r"^(?:的?(?:原则|要求|问题|现象|理念|精神|思想|目标|难题|指标|奖|案例|作用|顽疾|乱象|困境|局面|态势|口号|主题(?!宣传|活动|党日|教育|实践)|誓言"
    r"|称号|荣誉|标准|战略|思维|方针|导向|定位|意识|愿景|承诺|状态|时期|规划|"
    r"评选|大赛|比赛|竞赛|论坛|峰会|会议|报告会|公众号|字样|企业|群众|人群|群体|人员|家庭|干部|部门|单位|地区|经费|支出"
    r"|短板|堵点|痛点|难点|率|化(?!解)|式|型|级|名单|成果|项目清单|等?次|指导手册|手册))"
)
_ETC_BAD = re.compile(
    r"^等[\u4e00-\u9fff]{0,8}(?:问题|现象|行为|乱象|原则|要求|理念|情形|风险|称号|荣誉|奖项|案例|难题|短板|人员|主体)"
)


# “张三诉某局案”, “8·15”: a case, a date.
_CASE_OR_DATE = re.compile(r".{2,}(?:奖|称号)$|.{5,}(?<![方预提档教答议备草立包办])案(?:件)?$|[0-9]+[·.][0-9]+$")
# “八五”普法 is a campaign, “八五” alone a stretch of years.
_PLAN_YEARS = re.compile(r"十?[一二三四五六七八九]五$")


def is_figure_of_speech(core: str, behind: str = "") -> bool:
    """Whether a quotation is one of the idioms and slogans that every report uses: “最后一公里”, “四个意识”."""
    if _PLAN_YEARS.match(core) and behind.startswith("普法"):
        return False
    return bool(_NOT_NAME.match(core) or _CASE_OR_DATE.match(core))


def is_saying(core: str) -> bool:
    """Whether a quotation is a numbered saying: “三个离得开”, “两个更加”."""
    return bool(_SAYING.match(core))


def is_rhetorical(before: str, verb: str) -> bool:
    """Whether what stands before a quotation takes figures of speech: 打通“…”, 增强“…”; ``verb`` governs the object."""
    return bool(_RHETORIC.search(before or verb)) or bool(verb and _RHETORIC.fullmatch(verb))


def says_otherwise(behind: str) -> bool:
    """Whether the words behind a quotation make it something else: “…”原则, “…”等问题, “…”企业."""
    return bool(_TAIL_NOT.match(behind) or _ETC_BAD.match(behind))
