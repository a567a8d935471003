"""Bodies resolved: the owner, the name in full, and one body for its several names."""

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.levels import place_of
from kg.model import Body, BodyMention, Metadata, Report, Source
from kg.resolve.bodies import resolve_bodies
from kg.structure import structure
from kg.vocabulary import vocabulary

DISTRICT = "杭州市上城区2023年法治政府建设年度报告"
CITY = "海宁市2023年法治政府建设年度报告"
MUNICIPAL = "上海市徐汇区2023年法治政府建设年度报告"
TOWNSHIP = "长沙县黄兴镇2023年法治政府建设年度报告"


def report_of(title: str) -> Report:
    text = f"{title}\n一、主要成效\n法治政府建设有力推进。\n"
    return structure(clean(Source("x.txt", text, "utf-8", "0" * 64)), vocabulary(), gazetteer())


def mention(
    name: str, kind: str = "department", rule: str = "body-relative", relation: str = "mentioned"
) -> BodyMention:
    return BodyMention(0, len(name), name, rule, kind, relation)


def resolved(name: str, title: str = DISTRICT, **words: str) -> Body:
    ((_, body),) = resolve_bodies([mention(name, **words)], report_of(title), gazetteer())
    return body


@pytest.mark.parametrize(
    ("title", "name", "label", "owner"),
    [
        (DISTRICT, "市司法局", "杭州市司法局", "浙江省/杭州市"),
        (CITY, "市司法局", "海宁市司法局", "浙江省/嘉兴市/海宁市"),
        (MUNICIPAL, "市司法局", "上海市司法局", "上海市"),
        (TOWNSHIP, "县司法局", "长沙县司法局", "湖南省/长沙市/长沙县"),
        (DISTRICT, "省司法厅", "浙江省司法厅", "浙江省"),
        (DISTRICT, "区政府", "上城区人民政府", "浙江省/杭州市/上城区"),
        (DISTRICT, "区府办", "上城区人民政府办公室", "浙江省/杭州市/上城区"),
        (DISTRICT, "区人大常委会", "上城区人民代表大会常务委员会", "浙江省/杭州市/上城区"),
        (DISTRICT, "区检察院", "上城区人民检察院", "浙江省/杭州市/上城区"),
        (DISTRICT, "公安上城分局", "上城区公安分局", "浙江省/杭州市/上城区"),
        (DISTRICT, "生态环境上城分局", "上城区生态环境分局", "浙江省/杭州市/上城区"),
        (DISTRICT, "市法院", "杭州市中级人民法院", "浙江省/杭州市"),
        (CITY, "市法院", "海宁市人民法院", "浙江省/嘉兴市/海宁市"),
        (DISTRICT, "市委", "中共杭州市委员会", "浙江省/杭州市"),
        (TOWNSHIP, "镇党委", "中共黄兴镇委员会", "湖南省/长沙市/长沙县/黄兴镇"),
        (DISTRICT, "区委依法治区办", "中共上城区委全面依法治区委员会办公室", "浙江省/杭州市/上城区"),
        (DISTRICT, "市委理论学习中心组", "中共杭州市委理论学习中心组", "浙江省/杭州市"),
    ],
)
def test_relative_names_in_full(title, name, label, owner):
    body = resolved(name, title)
    assert (body.label, body.owner and body.owner.path) == (label, owner)


def test_one_body_has_one_owner_and_one_local_name():
    names = ["市司法局", "海宁市司法局", "嘉兴市海宁市司法局"]
    bodies = [body for _, body in resolve_bodies([mention(n) for n in names], report_of(CITY), gazetteer())]
    assert len({(body.owner.key if body.owner else None, body.local, body.label) for body in bodies}) == 1
    assert bodies[0].local == "司法局"


def test_long_and_short_names_of_a_department_are_one_body():
    pairs = resolve_bodies([mention("区市场监管局"), mention("区市场监督管理局")], report_of(DISTRICT), gazetteer())
    first, second = (body for _, body in pairs)
    assert first == second
    assert first.label == "上城区市场监管局"


def test_the_party_committee_is_known_by_its_full_local_name():
    assert resolved("市委", kind="party").local == "中国共产党委员会"
    assert resolved("区委全面依法治区委员会", kind="committee").local == "全面依法治区委员会"
    assert resolved("全面依法治区委员会", kind="committee", rule="body-ending").local == "全面依法治区委员会"


def test_national_bodies_have_no_owner():
    body = resolved("国办", kind="government", rule="body-national")
    assert (body.label, body.local, body.owner) == ("国务院办公厅", "国务院办公厅", None)


def test_a_short_place_stays_in_a_name_of_its_own():
    body = resolved("武汉大学", kind="university", rule="body-ending")
    assert (body.label, body.local, body.owner and body.owner.name) == ("武汉大学", "武汉大学", "武汉市")
    assert resolved("杭州国际仲裁院", kind="centre", rule="body-ending").label == "杭州国际仲裁院"


def test_what_has_no_place_is_the_reports_or_its_own():
    ending = {"rule": "body-ending"}
    assert resolved("邻里纠纷调处中心", kind="centre", **ending).label == "上城区邻里纠纷调处中心"
    assert resolved("民政局", rule="body-bare").label == "上城区民政局"
    assert resolved("为侨服务团", kind="association", relation="established", **ending).label == "上城区为侨服务团"
    assert resolved("山友会", kind="association", rule="body-allied").owner is None
    assert resolved("国际水务协会", kind="association", **ending).label == "国际水务协会"


@pytest.mark.parametrize(
    ("name", "kind", "relation"),
    [
        ("云湖集团", "company", "mentioned"),
        ("云湖水务集团", "company", "established"),
        ("全国水务技术转移中心", "centre", "established"),
        ("国家水文技术创新中心", "centre", "mentioned"),
        ("大湾区水利大学", "university", "established"),
        ("云湖水务登记中心", "centre", "mentioned"),
        ("甲江流域水务争议调处中心", "centre", "established"),
        ("亚洲水务联盟", "association", "mentioned"),
    ],
)
def test_a_name_of_its_own_keeps_what_is_written(name, kind, relation):
    body = resolved(name, kind=kind, rule="body-ending", relation=relation)
    assert body.label == name


def test_what_the_reports_place_set_up_is_its_own_under_the_name_written():
    first = mention("云湖水务登记中心", "centre", "body-ending", "established")
    second = mention("云湖水务登记中心", "centre", "body-ending")
    pairs = resolve_bodies([second, first], report_of(DISTRICT), gazetteer())
    assert {(body.label, body.owner and body.owner.name) for _, body in pairs} == {("云湖水务登记中心", "上城区")}


def test_an_office_belongs_to_the_nearest_place_named_before_it():
    report = report_of("杭州市2023年法治政府建设年度报告")
    text = "西湖区组建水务法律服务团"
    moved = Report(report.source, text, report.offsets, report.meta, report.sections, report.sentences)
    found = BodyMention(5, len(text), text[5:], "body-ending", "other", "established")
    ((_, body),) = resolve_bodies([found], moved, gazetteer())
    assert body.label == "西湖区水务法律服务团"


def test_customs_keep_the_short_name_of_their_place():
    assert resolved("杭州海关", rule="body-placed").label == "杭州海关"


def test_quotation_marks_are_no_part_of_the_name():
    assert resolved("上城区“云上议事”运行中心", kind="centre", rule="body-ending").label == "上城区云上议事运行中心"


def test_a_report_without_place_still_names_bodies():
    report = report_of(DISTRICT)
    meta = Metadata(report.meta.title, None, 2023, None, None, report.meta.kind)
    nowhere = Report(report.source, report.text, report.offsets, meta, report.sections, report.sentences)
    ((_, body),) = resolve_bodies([mention("区司法局")], nowhere, gazetteer())
    assert (body.label, body.owner) == ("区司法局", None)


def test_level_words_mean_the_nearest_place_that_ends_with_them():
    places = {name: gazetteer().named(name)[0] for name in ("海宁市", "徐汇区", "黄兴镇")}
    assert place_of("全市", places["海宁市"], gazetteer()) == places["海宁市"]
    found = place_of("市级", places["徐汇区"], gazetteer())
    assert found is not None
    assert found.path == "上海市"
    assert place_of("旗", places["海宁市"], gazetteer()) is None
