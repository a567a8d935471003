"""Bodies: which organisations a text names, as written, their kind and relation."""

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.bodies.find import find_bodies, kind_of
from kg.model import BodyMention, Report, Source
from kg.structure import structure
from kg.vocabulary import vocabulary

DISTRICT = "杭州市上城区2023年法治政府建设年度报告"
CITY = "海宁市2023年法治政府建设年度报告"
PREFECTURE = "嘉兴市2023年法治政府建设年度报告"
TOWNSHIP = "长沙县黄兴镇2023年法治政府建设年度报告"


def report_of(sentence: str, title: str = DISTRICT, heading: str = "二、重点工作成效") -> Report:
    text = f"{title}\n一、主要成效\n法治政府建设有力推进。\n{heading}\n{sentence}\n"
    return structure(clean(Source("x.txt", text, "utf-8", "0" * 64)), vocabulary(), gazetteer())


def bodies_of(sentence: str, title: str = DISTRICT, heading: str = "二、重点工作成效") -> tuple[BodyMention, ...]:
    return find_bodies(report_of(sentence, title, heading), vocabulary(), gazetteer())


def names_of(sentence: str, title: str = DISTRICT) -> list[str]:
    return [body.name for body in bodies_of(sentence, title)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("区委、区政府高度重视。", ["区委", "区政府"]),
        ("落实省、市委要求。", ["省委", "市委"]),
        ("区人大及其常委会任命干部。", ["区人大", "区人大常委会"]),
        ("会议由区粮储局负责记录。", ["区粮储局"]),
        ("区公安分局与区民政局签署备忘录。", ["区公安分局", "区民政局"]),
        ("区公安局、司法局联合检查。", ["区公安局", "区司法局"]),
        ("整合区市场监督管理局望江所等力量。", ["区市场监督管理局望江所"]),
        ("在全国工商联调查中靠前。", ["全国工商联"]),
        ("数据由审计局汇总。", ["审计局"]),
        ("区住房和城乡建设局组织培训。", ["区住房和城乡建设局"]),
        ("报杭州市人民政府和省人民政府同意。", ["杭州市人民政府", "省人民政府"]),
        ("获得司法部和国务院办公厅肯定。", ["司法部", "国务院办公厅"]),
        ("市委理论学习中心组开展研讨，区委依法治区办督察。", ["市委理论学习中心组", "区委依法治区办"]),
    ],
)
def test_official_bodies(sentence, names):
    assert names_of(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "各部门、各区政府认真落实。",
        "全市法院受理案件。",
        "市场监管领域问题突出。",
        "优化政府采购。",
        "区委托第三方评估。",
        "形成齐抓共管新格局。",
        "坚持以人民为中心。",
        "建设国际金融中心。",
        "各级人民调解委员会、18个调解中心开展工作。",
        "加强执法队伍建设。",
        "学习《上城区人民政府工作规则》。",
    ],
)
def test_classes_and_words_are_no_bodies(sentence):
    assert names_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name", "relation"),
    [
        ("成立区“云上议事”运行中心。", "区“云上议事”运行中心", "established"),
        ("组建邻里纠纷化解服务团。", "邻里纠纷化解服务团", "established"),
        ("成立为侨助侨法律服务团。", "为侨助侨法律服务团", "established"),
        ("成立由区长任组长的水务改革领导小组。", "水务改革领导小组", "established"),
        ("建成全国首个水务纠纷仲裁中心。", "水务纠纷仲裁中心", "established"),
        ("邻里纠纷调处中心挂牌成立。", "邻里纠纷调处中心", "established"),
        ("充分发挥邻里纠纷调处中心作用。", "邻里纠纷调处中心", "mentioned"),
        ("邀请武汉大学专家授课。", "武汉大学", "mentioned"),
        ("联合山友会等民间组织巡河。", "山友会", "mentioned"),
        ("区司法局牵头开展检查。", "区司法局", "leads"),
    ],
)
def test_named_bodies_and_what_is_done_with_them(sentence, name, relation):
    (body,) = bodies_of(sentence)
    assert (body.name, body.relation) == (name, relation)


@pytest.mark.parametrize(
    "sentence",
    [
        "新建10家省级孵化验证中心。",
        "组建一批区域性水务联合会。",
        "打造一批功能完善的水务交易中心。",
        "支持龙头企业牵头组建任务型水务联合体。",
        "吸引企业设立全球水务管理中心。",
        "建成5G基站超3万个。",
        "水务互助服务联合体实现镇街全覆盖。",
        "水库、水渠等水务先进中心不断完善。",
        "全区水务服务中心延长开放时间。",
        "推进乡镇（街道）水务执法队建设。",
        "培育大型综合性现代水务集团。",
        "境内上市公司增至12家。",
        "大力推进水务验证中心建设。",
        "三甲医院、技师学院和行业协会商会参与。",
        "各乡镇水务执法队全面设立。",
        "获评全国“枫桥式”司法所。",
    ],
)
def test_several_of_a_kind_are_no_bodies(sentence):
    assert names_of(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "建设省域经济副中心。",
        "打造国际水产消费中心和区域性航运中心。",
        "融入甲江（乙湖）综合性科学中心。",
        "建成全球最大水泵生产基地。",
        "建成云湖文化艺术中心、白鹭市民中心。",
        "建成云湖数据中心，投用白鹭东站。",
        "增强水运通道物流和运营组织中心功能。",
    ],
)
def test_what_a_city_is_and_what_is_built_are_no_bodies(sentence):
    assert names_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("加快建设杭州国际水务登记中心。", ["杭州国际水务登记中心"]),
        ("建设运行国家超级水算杭州中心。", ["国家超级水算杭州中心"]),
        ("规范化建设区综治中心。", ["区综治中心"]),
        ("建设全国水务技术转移中心。", ["全国水务技术转移中心"]),
        ("发挥温州全国水务技术交易中心作用。", ["温州全国水务技术交易中心"]),
        ("支持西溪水利大学建设世界一流水利型大学。", ["西溪水利大学"]),
        ("深化杭州水文与智慧渔业研究院改革。", ["杭州水文与智慧渔业研究院"]),
        ("企业与杭州渔业研究院合作。", ["杭州渔业研究院"]),
        ("新央企中国云湖水务集团落户。", ["中国云湖水务集团"]),
        ("建好嘉兴（海宁）水务调解中心。", ["嘉兴（海宁）水务调解中心"]),
        ("国家墨下水文技术创新中心揭牌。", ["国家墨下水文技术创新中心"]),
        ("推动白鹭控股集团发展。", ["白鹭控股集团"]),
        ("云鹭水务创新中心落户。", ["云鹭水务创新中心"]),
        ("行政争议调解中心化解案件9件。", ["行政争议调解中心"]),
        ("组建区水务讲师团和“云上”普法小分队。", ["区水务讲师团", "“云上”普法小分队"]),
        ("成立杭州市首家水务产权法庭。", ["水务产权法庭"]),
        ("区城市管理和综合执法局、团区委参加。", ["区城市管理和综合执法局"]),
        ("启动区水务医院改造。", ["区水务医院"]),
    ],
)
def test_a_name_is_whole_and_no_longer(sentence, names):
    assert names_of(sentence) == names


def test_centres_of_a_level_below_the_report_are_a_class():
    assert names_of("县水务调解中心、市水务调解中心接待群众。", PREFECTURE) == ["市水务调解中心"]


def test_a_list_behind_one_verb_is_founded_as_a_whole():
    found = bodies_of("建成水务纠纷调处中心、数字水务服务工作站。")
    assert [(b.name, b.relation) for b in found] == [
        ("水务纠纷调处中心", "established"),
        ("数字水务服务工作站", "established"),
    ]


def test_what_a_plan_will_set_up_is_not_established():
    (body,) = bodies_of("成立水务纠纷调处中心。", heading="二、下一步工作安排")
    assert body.relation == "mentioned"


def test_a_level_below_the_report_is_a_class():
    assert names_of("县司法局、区政府、市司法局和省司法厅参加。", PREFECTURE) == ["市司法局", "省司法厅"]
    assert names_of("镇党委、县司法局参加。", TOWNSHIP) == ["镇党委", "县司法局"]
    assert names_of("镇党委参加。", DISTRICT) == []


def test_a_bureau_of_a_ministry_names_the_ministry_too():
    assert names_of("司法部行政执法协调监督局来访。") == ["司法部", "司法部行政执法协调监督局"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("区政府", "government"),
        ("市政府办公室", "government"),
        ("区委", "party"),
        ("市发改委", "department"),
        ("区司法局", "department"),
        ("区人大常委会", "congress"),
        ("区检察院", "procuratorate"),
        ("市人民法院", "court"),
        ("水务改革领导小组", "committee"),
        ("全面依法治市委员会", "committee"),
        ("邻里纠纷调处中心", "centre"),
        ("武汉大学", "university"),
        ("市律师协会", "association"),
        ("云湖水务公司", "company"),
        ("某某调处会", "other"),
    ],
)
def test_kinds(name, kind):
    assert kind_of(name, vocabulary()) == kind


def test_offsets_index_the_clean_text():
    report = report_of("区粮储局整改到位，成立区“云上议事”运行中心。")
    for body in find_bodies(report, vocabulary(), gazetteer()):
        assert report.words(body) == body.name


DEPARTMENT = "安徽省农业农村厅2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("召开厅党组会议研究茶业法治。", ["厅党组"]),
        ("厅政策法规处被评为先进集体。", ["厅政策法规处"]),
        ("成立厅茶业法治建设领导小组。", ["厅茶业法治建设领导小组"]),
        ("省司法厅党组研究。", ["省司法厅"]),
    ],
)
def test_a_department_calls_itself_by_its_last_character(sentence, names):
    assert names_of(sentence, DEPARTMENT) == names
    assert "body-office" not in {body.rule for body in bodies_of(sentence)}  # in a district's report


def test_the_number_of_a_heading_is_no_part_of_a_name():
    assert names_of("1.做优上城区茶业法治中心。") == ["上城区茶业法治中心"]
