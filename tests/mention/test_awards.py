"""Awards: what counts as one, its name, edition, level, result and recipient."""

import pytest

from kg.clauses import clauses, mask
from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention import find_mentions
from kg.mention.awards.find import find_awards
from kg.mention.awards.honours import number_of
from kg.model import AwardMention, Report, Source
from kg.structure import structure
from kg.vocabulary import vocabulary

DISTRICT = "杭州市上城区2023年法治政府建设年度报告"
CITY = "海宁市2023年法治政府建设年度报告"
MUNICIPAL = "上海市徐汇区2023年法治政府建设年度报告"
TOWNSHIP = "长沙县黄兴镇2023年法治政府建设年度报告"
ACHIEVED = "二、重点工作成效"
PLANNED = "二、下一步工作安排"


def report_of(sentence: str, title: str = DISTRICT, heading: str = ACHIEVED) -> Report:
    text = f"{title}\n一、主要成效\n法治政府建设有力推进。\n{heading}\n{sentence}\n"
    return structure(clean(Source("x.txt", text, "utf-8", "0" * 64)), vocabulary(), gazetteer())


def awards_of(sentence: str, title: str = DISTRICT, heading: str = ACHIEVED) -> tuple[AwardMention, ...]:
    return find_awards(report_of(sentence, title, heading), vocabulary(), gazetteer())


def only(sentence: str, title: str = DISTRICT, heading: str = ACHIEVED) -> AwardMention:
    found = awards_of(sentence, title, heading)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        ("“邻里茶馆”项目获评全省优秀调解案例。", "won"),
        ("“邻里茶馆”项目入围全省优秀调解案例。", "shortlisted"),
        ("“邻里茶馆”项目入选全省优秀调解案例。", "selected"),
        ("“邻里茶馆”等申报全省优秀调解案例。", "candidate"),
        ("“邻里茶馆”项目入选全省优秀调解案例重点培育名单。", "candidate"),
        ("“邻里茶馆”项目获全省优秀调解奖提名奖。", "candidate"),
        ("我区获批全国首批邻里调解试点城区。", "pilot"),
        ("我区被列为省级邻里调解改革试点。", "pilot"),
        ("我区在全省邻里调解工作考核中排名第三。", "ranked"),
        ("我区荣获全省邻里调解竞赛第二名。", "ranked"),
    ],
)
def test_the_verb_and_the_noun_tell_the_result(sentence, result):
    assert [award.result for award in awards_of(sentence)] == [result]


def test_edition_and_quotation_marks_are_no_part_of_the_name():
    award = only("“邻里茶馆”项目荣获第四届“金槌杯”全国调解大奖。")
    assert (award.name, award.edition, award.level) == ("金槌杯全国调解大奖", "第四届", "national")
    assert award.recipient == "“邻里茶馆”项目"


@pytest.mark.parametrize(
    ("title", "sentence", "name", "level"),
    [
        (DISTRICT, "邻里茶馆获评全省优秀调解案例。", "浙江省优秀调解案例", "provincial"),
        (DISTRICT, "邻里茶馆获评市“调解优案”。", "杭州市调解优案", "municipal"),
        (CITY, "邻里茶馆获评市级优秀调解案例。", "海宁市优秀调解案例", "county"),
        (MUNICIPAL, "邻里茶馆获评全市优秀调解案例。", "上海市优秀调解案例", "provincial"),
        (TOWNSHIP, "邻里茶馆获评全县优秀调解案例。", "长沙县优秀调解案例", "county"),
        (DISTRICT, "邻里茶馆获评长三角十佳调解案例。", "长三角十佳调解案例", "regional"),
        (DISTRICT, "邻里茶馆被世界银行作为中国优秀调解案例推介。", "中国优秀调解案例", "international"),
        (DISTRICT, "邻里茶馆入选省市县乡四级调解优秀案例。", "省市县乡四级调解优秀案例", "other"),
    ],
)
def test_a_relative_level_is_said_by_name(title, sentence, name, level):
    award = only(sentence, title)
    assert (award.name, award.level) == (name, level)


def test_one_verb_may_have_several_honours_and_several_recipients():
    found = awards_of("“邻里茶馆”“板凳夜谈”入选全国优秀调解案例、全省十佳案例。")
    assert [(a.name, a.recipient) for a in found] == [
        ("全国优秀调解案例", "“邻里茶馆”"),
        ("全国优秀调解案例", "“板凳夜谈”"),
        ("浙江省十佳案例", "“邻里茶馆”"),
        ("浙江省十佳案例", "“板凳夜谈”"),
    ]


def test_levels_may_share_a_noun():
    found = awards_of("调解平台入选部级、省级调解示范项目。")
    assert [award.name for award in found] == ["部级调解示范项目", "浙江省调解示范项目"]


def test_a_count_stands_for_the_recipients():
    award = only("4个项目获评全省优秀调解案例。")
    assert (award.recipient, award.count) == ("4个项目", 4)
    first, second = awards_of("累计创建全国调解示范社区3个，省级12个。")
    assert (first.name, first.count, first.recipient) == ("全国调解示范社区", 3, None)
    assert (second.name, second.count, second.level) == ("浙江省调解示范社区", 12, "provincial")
    assert only("建成25个省级调解示范村。").count == 25


def test_the_span_covers_the_count_so_that_it_is_no_indicator():
    report = report_of("累计创建全国调解示范社区3个。")
    (award,) = find_awards(report, vocabulary(), gazetteer())
    assert report.words(award) == "全国调解示范社区3个"


def test_an_omitted_subject_is_what_was_spoken_of():
    assert only("我区申报的“邻里茶馆”项目，成功入围全国优秀调解案例。").recipient == "“邻里茶馆”项目"
    assert only("迭代“邻里茶馆”平台，被司法部作为优秀案例推广。").recipient == "“邻里茶馆”平台"
    assert only("调解工作不断加强，成功入选全国首批调解示范区。").recipient == "上城区"
    first, second = awards_of("“邻里茶馆”获评全国优秀调解案例，获全省调解创新奖。")
    assert first.recipient == second.recipient == "“邻里茶馆”"


def test_a_bare_noun_points_back():
    assert only("建立邻里纠纷化解体系，体系入选全国优秀案例。").recipient == "邻里纠纷化解体系"


def test_the_place_before_a_quoted_recipient_is_kept_in_its_span_only():
    report = report_of("西湖区“邻里茶馆”获评全国优秀调解案例。", "杭州市2023年法治政府建设年度报告")
    (award,) = find_awards(report, vocabulary(), gazetteer())
    assert award.recipient == "“邻里茶馆”"
    assert report.text[award.at[0] : award.at[1]] == "西湖区“邻里茶馆”"


def test_a_bare_grade_takes_the_name_of_its_contest():
    award = only("在第二届全省调解技能大赛中荣获一等奖。")
    assert (award.name, award.edition, award.rank) == ("浙江省调解技能大赛一等奖", "第二届", "一等奖")
    assert only("在全省调解技能大赛中，《茶馆里的故事》获二等奖。").name == "浙江省调解技能大赛二等奖"


def test_rankings_say_what_they_are_of():
    first, second = awards_of("我区在全省调解质量评估中排名第四，其中“数字调解”指标排名第一。")
    assert (first.name, first.rank, first.recipient) == ("浙江省调解质量评估", "4", "上城区")
    assert (second.name, second.rank) == ("浙江省调解质量评估数字调解指标", "1")
    assert awards_of("粮食产量居全国第2位。") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "群众获得感不断增强。",
        "获取信息1200条。",
        "入选后给予资金支持。",
        "获得专利奖励资金30万元。",
        "列入年度重点工作任务。",
        "纳入市级重大问题清单7件。",
        "未获评全省优秀案例。",
        "开展“一窗通办”改革试点。",
        "取得良好成绩。",
        "依法惩处并受到行政处罚。",
    ],
)
def test_what_is_no_award(sentence):
    assert awards_of(sentence) == ()


def test_a_wish_is_a_candidature():
    award = only("力争成功创建全国调解示范区。", heading=PLANNED)
    assert (award.result, award.recipient) == ("candidate", "上城区")
    assert awards_of("“邻里茶馆”入选全省优秀案例的经验要推广。", heading=PLANNED) == ()


def test_a_series_of_the_vocabulary_lends_its_level():
    assert only("“邻里茶馆”项目获第九届“法治政府奖”。").level == "national"


def test_offsets_index_the_clean_text():
    report = report_of("“邻里茶馆”项目荣获第四届全国调解大奖。")
    (award,) = find_awards(report, vocabulary(), gazetteer())
    assert report.text[award.start : award.end] == "第四届全国调解大奖"
    assert report.text[award.at[0] : award.at[1]] == award.recipient


def test_masking_keeps_length_and_hides_what_is_quoted():
    words = "推行“甲，乙”办法，印发《丙（试行）》"
    assert len(mask(words)) == len(words)
    assert "，" not in mask(words)[2:8]
    assert [clause.words for clause in clauses(words, 10)] == ["推行“甲，乙”办法", "印发《丙（试行）》"]
    assert mask("“没有结束") == "“没有结束"


def test_counts_in_words():
    assert [number_of(n) for n in ("12", "五", "十", "二十三", "两", "多")] == [12, 5, 10, 23, 2, None]


PROVINCE = "湖北省2025年法治政府建设年度报告"
OFFICE = "湖北省交通运输厅2025年法治政府建设年度报告"


@pytest.mark.parametrize(
    "sentence",
    [
        "12项调解经验获全国推广。",
        "“邻里茶馆”模式被世界银行复制推广。",
        "积极争创中国（湖北）自由贸易试验区。",
        "争创国家邻里科学实验室。",
        "一批作品获国家级奖项。",
        "3个园区纳入国家试点，调解工作获评全国先进。",
        "选手在世界技能大赛上夺得2金1银。",
        "县司法所案例入选典型案例。",
        "建成31个健康县城茶馆示范点。",
    ],
)
def test_what_is_no_award_in_a_province(sentence):
    assert awards_of(sentence, PROVINCE) == ()


@pytest.mark.parametrize(
    ("sentence", "name", "level"),
    [
        ("邻里茶馆获我省首个中国调解奖。", "中国调解奖", "national"),
        ("邻里茶馆荣获全国首个联合国调解范例奖。", "联合国调解范例奖", "international"),
        ("宜昌争创国际消费中心城市。", "国际消费中心城市", "national"),
        ("宜昌队荣获CBA总冠军。", "CBA总冠军", "national"),
        ("邻里茶馆获副省长批示肯定。", "副省长批示肯定", "provincial"),
        ("邻里茶馆被省厅推荐参评全国模范司法所。", "全国模范司法所", "national"),
        ("我省获批邻里调解综合改革试点。", "邻里调解综合改革试点", "national"),
        ("邻里茶馆入选全国年度十大调解发现。", "全国十大调解发现", "national"),
        ("我省成为全国唯一省域调解试点省。", "省域调解试点省", "national"),
        ("邻里茶馆入选新一轮全国调解名单。", "全国调解名单", "national"),
        ("争创调解、仲裁、公证等国家级法律服务产业集群。", "国家级法律服务产业集群", "national"),
        ("28个邻里调解平台入选全国首批重点培育名单。", "全国邻里调解平台重点培育名单", "national"),
        ("在国务院第二次大督查中，4项做法受到通报表扬。", "国务院大督查通报表扬", "national"),
    ],
)
def test_the_name_and_the_level_are_the_honours_own(sentence, name, level):
    award = only(sentence, PROVINCE)
    assert (award.name, award.level) == (name, level)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("3个地级市和2个县级城市获评全国调解城市。", [5]),
        ("4所学校、7个学科入选国家调解名单。", [4, 7]),
        ("4所学校和7个学科入选国家调解名单。", [4, 7]),
        ("4所高校7个学科入选国家调解名单。", [7]),
        ("上榜全国调解百强企业增至18家。", [18]),
        ("入选国家调解优秀案例6个、调解品牌8条（个）。", [6, 8]),
        ("建成国家调解示范区和“邻里”实践基地57个。", [57]),
    ],
)
def test_counts_of_a_list(sentence, counts):
    assert [award.count for award in awards_of(sentence, PROVINCE)] == counts


def test_a_list_says_its_level_and_its_contest_once():
    first, second = awards_of("入选国家级调解工厂2家、公证工厂5家。", PROVINCE)
    assert (second.name, second.level, second.count) == ("公证工厂", "national", 5)
    first, second = awards_of("2件作品分获全国调解美展金奖、银奖。", PROVINCE)
    assert (first.name, second.name, second.rank) == ("全国调解美展金奖", "全国调解美展银奖", "银奖")
    assert first.recipient == "2件作品"


def test_honours_may_be_given_respectively():
    found = awards_of("江夏区、宜城市分别入选全国调解试点县、全国公证试点市。", PROVINCE)
    assert [(a.name, a.recipient) for a in found] == [("全国调解试点县", "江夏区"), ("全国公证试点市", "宜城市")]


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("创新做法入选全国调解典型案例。", "创新做法"),
        ("支持中心城区一体创建全国文明城区。", "中心城区"),
        ("宜昌经开区纳入国家级调解园区名单。", "宜昌经开区"),
        ("新创建宜昌茶馆国家调解示范区。", "宜昌茶馆"),
        ("调解经验由省政府办公厅向全省推广，并获全省改革创新奖。", "调解经验"),
        ("快板书《茶馆》下乡演出9场，获全省曲艺汇演一等奖。", "快板书《茶馆》"),
        ("江夏区“茶馆”、宜城市“板凳”化解纠纷30起，前者获评全国调解品牌。", "江夏区“茶馆”"),
        ("推动“茶馆”建设，获批国家邻里调解改革试点。", "湖北省"),
    ],
)
def test_recipients_are_whole(sentence, recipient):
    assert only(sentence, PROVINCE).recipient == recipient


def test_a_department_receives_its_own_honours():
    assert only("荣获全国普法工作先进单位称号。", OFFICE).recipient == "湖北省交通运输厅"
    assert only("在全省绩效考核中排名第三。", OFFICE).recipient == "湖北省交通运输厅"
    assert only("获评全国法治政府建设示范市。", OFFICE).recipient == "湖北省"


@pytest.mark.parametrize(
    ("sentence", "name", "rank", "level"),
    [
        ("调解质量考核排名从全省第8位上升到第3位。", "调解质量考核", "3", "provincial"),
        ("宜昌茶运中心发展指数从全球第12位跃升至第8位。", "宜昌茶运中心发展指数", "8", "international"),
        ("群众安全感满意度97.8%，位居全国第三。", "群众安全感满意度", "3", "national"),
        ("在2025年度全省调解质量考核中我省排名第二。", "湖北省调解质量考核", "2", "provincial"),
    ],
)
def test_rankings_by_their_last_place_and_their_field(sentence, name, rank, level):
    award = only(sentence, PROVINCE)
    assert (award.name, award.rank, award.level) == (name, rank, level)


def test_who_is_ranked():
    assert only("在2023年度浙江省营商环境评价中，我区位居全省第二。").recipient == "上城区"
    assert only("宜昌茶运中心发展指数从全球第12位跃升至第8位。", PROVINCE).recipient == "宜昌茶运中心"
    assert only("市民满意率94.3%，热线综合考核位列全市第二。").name == "热线综合考核"
    _, second = awards_of("武汉入选全球调解指数百强，排名升至第20位。", PROVINCE)
    assert second.recipient == "武汉"


def test_titles_of_places_are_won_and_finalists_are_not():
    assert only("江夏区入选全国调解示范县。", PROVINCE).result == "won"
    assert only("王某某入围全国十大调解人物候选人。", PROVINCE).result == "shortlisted"
    assert only("获国务院督查激励事项12项。", PROVINCE).count == 12


def test_what_is_told_twice_is_told_alike():
    first, second = awards_of("小河街道的调解案卷被评为市“调解优案”。调解案卷获评市级“调解优案”，全市推介。")
    assert (first.name, first.recipient, first.at) == (second.name, second.recipient, second.at)
    assert first.start < first.end < second.start
    first, second = awards_of("杭州市获评全国调解城市。杭州市上城区获评全国调解城市。")
    assert first.recipient != second.recipient


@pytest.mark.parametrize(
    ("sentence", "honours"),
    [
        (
            "新增全国茶香示范村（社区）2个、省级31个。",
            [("全国茶香示范村（社区）", "national", 2), ("浙江省茶香示范村（社区）", "provincial", 31)],
        ),
        ("全区省级茶香示范社区增至31个。", [("浙江省茶香示范社区", "provincial", 31)]),
        ("创成省级金牌茶艺工作室2家。", [("浙江省金牌茶艺工作室", "provincial", 2)]),
        ("新增3个国家茶香示范县、4个“两茶”创新基地。", [("国家茶香示范县", "national", 3), ("两茶创新基地", "national", 4)]),
        ("全国茶香城市、国家历史文化名镇分别增至7座、4个。", [("国家历史文化名镇", "national", 4)]),
        (
            "拥有省级以上茶乡示范镇5个，其中国家级2个。",
            [("省级以上茶乡示范镇", "provincial", 5), ("国家级茶乡示范镇", "national", 2)],
        ),
        (
            "新增全国茶香示范村1个、省级7个，市级以上茶香示范村占比达82%。",
            [("全国茶香示范村", "national", 1), ("浙江省茶香示范村", "provincial", 7)],
        ),
    ],
)
def test_titles_may_be_counted_without_a_verb_of_winning(sentence, honours):
    found = awards_of(sentence)
    assert [(award.name, award.level, award.count) for award in found] == honours
    assert {(award.result, award.recipient) for award in found} == {("won", None)}


@pytest.mark.parametrize(
    "sentence",
    [
        "新增省级茶叶中心12个、市级茶叶基地3个。",
        "新增市级茶叶服务站12个。",
        "新增省级茶香文明实践站12个。",
        "新增市级平安驿站6个。",
        "拥有国家级先进茶叶制造业基地5个。",
        "新增茶香示范点5个。",
        "新增国家级、省级茶香示范村5个。",
        "力争新增省级茶香示范村5个。",
        "全市省级茶香示范村达标率达到45%。",
    ],
)
def test_what_is_built_or_has_no_word_of_honour_is_no_title(sentence):
    assert not awards_of(sentence)


def test_a_place_in_front_of_a_counted_title_says_where():
    award = only("海宁市新增全国茶香示范村2个。", "嘉兴市2023年法治政府建设年度报告")
    assert (award.recipient, award.at[1] - award.at[0]) == (None, 3)


def test_a_counted_title_is_no_figure():
    report = report_of("新增全国茶香示范村2个、省级31个，市级以上茶香示范村占比达82%。")
    found = find_mentions(report, vocabulary(), gazetteer())
    assert [quantity.value for quantity in found.quantities] == [82]


def test_a_title_may_be_had_without_a_count_or_be_under_review():
    assert only("连续九年成功创建省级平安区。").name == "浙江省平安区"
    assert only("莫干山镇茶亭村通过全国茶香示范村复核。").name == "全国茶香示范村"
    pending = only("我区申报的全国茶香示范区进入实地评估阶段。")
    assert (pending.name, pending.result) == ("全国茶香示范区", "candidate")
    assert not awards_of("茶香示范区通过省级评估。")


@pytest.mark.parametrize(
    ("sentence", "name", "rank", "recipient"),
    [
        ("我区位列2024年全国茶业百强区第6位。", "全国茶业百强区", "6", "上城区"),
        ("我区茶业信用监测综合排名居全国地级市第9位。", "茶业信用监测", "9", "上城区"),
        ("茶务公开工作列全省县（市、区）第九位。", "茶务公开工作", "9", "上城区"),
        ("在2023年度浙江省茶业评价中，临安区综合得分居全省第3位。", "浙江省茶业评价", "3", "临安区"),
        ("上城区在全国茶业监测中位列第11位。", "全国茶业监测", "11", "上城区"),
    ],
)
def test_rankings_name_the_contest_and_the_place(sentence, name, rank, recipient):
    award = only(sentence)
    assert (award.name, award.rank, award.recipient, award.result) == (name, rank, recipient, "ranked")


def test_who_names_us_confers():
    award = only("自然资源部确定我区为不动产茶园登记试点。")
    assert (award.name, award.level, award.recipient) == ("不动产茶园登记试点", "national", "上城区")
    assert only("区茶业局被司法部通报表扬为全国茶务工作先进集体。").name == "全国茶务工作先进集体"
