"""Awards: what counts as one, its name, edition, level, result and recipient."""

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.awards.find import find_awards
from kg.mention.awards.honours import number_of
from kg.mention.clauses import clauses, mask
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
