"""What the gazetteer says of well-known places (that its tables agree with one another: test_gazetteer_data.py)."""

import pytest

from kg.gazetteer import Gazetteer, gazetteer
from kg.model import Place, PlaceChange

PLACES = """
330000 浙江省 province
330100 浙江省/杭州市 prefecture
330105 浙江省/杭州市/拱墅区 county
330105008 浙江省/杭州市/拱墅区/上塘街道 township
110105 北京市/朝阳区 county
500103 重庆市/渝中区 county
500229 重庆市/城口县 county
419001 河南省/济源市 county
429021 湖北省/神农架林区 county
469002 海南省/琼海市 county
659001 新疆维吾尔自治区/石河子市 county
441900 广东省/东莞市 prefecture
460400 海南省/儋州市 prefecture
460400100 海南省/儋州市/那大镇 township
620201001 甘肃省/嘉峪关市/雄关街道 township
422800 湖北省/恩施土家族苗族自治州 prefecture
710000 台湾省 province
810000 香港特别行政区 province
820000 澳门特别行政区 province
"""

SHORT = """
拱墅 拱墅区
杭州 杭州市
浙江 浙江省
内蒙古 内蒙古自治区
新疆 新疆维吾尔自治区
香港 香港特别行政区
恩施 恩施土家族苗族自治州
阿坝 阿坝藏族羌族自治州
浦东 浦东新区
神农架 神农架林区
积石山 积石山保安族东乡族撒拉族自治县
东乡 东乡族自治县
鄂温克 鄂温克族自治旗
瀍河 瀍河回族区
和布克赛尔 和布克赛尔蒙古自治县
"""

HANGZHOU = """
330103 下城区 - 2021-04-09
330104 江干区 - 2021-04-09
330113 临平区 2021-04-09 -
330114 钱塘区 2021-04-09 -
330105 拱墅区 - -
330109 萧山区 2001-02-02 -
330110 余杭区 2001-02-02 -
330181 萧山市 - 2001-02-02
330184 余杭市 - 2001-02-02
330183 富阳市 - 2014-12
330185 临安市 - 2017-07-18
"""

# 南汇 was a county, then a district, then part of 浦东; 500110 was 万盛; 邯郸县 was divided between two districts.
IN_A_YEAR = """
浙江省/杭州市/余杭区 2000 330184
浙江省/杭州市/余杭区 2021 330110
浙江省/杭州市/余杭市 2021 330110
浙江省/余杭区 2021 330110
浙江省/杭州市/下城区 2020 330103
浙江省/杭州市/下城区 2021 330105
浙江省/杭州市/江干区 2022 330102
浙江省/杭州市/临平区 2019 -
浙江省/杭州市/钱塘区 2019 -
上海市/崇明县 2018 310151
上海市/南汇县 2005 310119
上海市/南汇县 2015 310115
上海市/闸北区 2016 310106
上海市/卢湾区 2012 310101
北京市/崇文区 2010 110101
北京市/宣武区 2009 110104
重庆市/綦江区 2005 500222
重庆市/万盛区 2015 500110
重庆市/万盛区 2005 500110
重庆市/双桥区 2012 500111
重庆市/渝北区 2024 500112
重庆市/渝北区 2025 500157
山东省/莱芜市 2018 371200
山东省/莱芜市 2019 370100
山东省/莱芜市/钢城区 2021 370117
安徽省/巢湖市/居巢区 2015 340181
云南省/思茅市 2010 530800
海南省/儋州市 2010 469003
西藏自治区/那曲地区 2019 540600
河北省/邯郸市/邯郸县 2020 -
山西省/大同市/大同县 2020 140215
"""


def words(text: str) -> list[list[str | None]]:
    """The lines of a table, split into words; "-" is None."""
    return [[None if word == "-" else word for word in line.split()] for line in text.strip().splitlines()]


@pytest.fixture(scope="module")
def g() -> Gazetteer:
    return gazetteer()


def place(g: Gazetteer, code: str) -> Place:
    found = g.get(code)
    assert found is not None, code
    return found


def hangzhou(g: Gazetteer) -> list[PlaceChange]:
    return [
        c for c in dict.fromkeys(c for p in g.children(place(g, "330100")) for c in g.changes(p)) if c.date > "2021"
    ]


# --- well-known places ---


@pytest.mark.parametrize(("code", "path", "level"), words(PLACES))
def test_a_place_has_its_path_and_level(g, code, path, level):
    assert (place(g, code).path, place(g, code).level) == (path, level)


def test_townships_lie_directly_below_a_city_without_districts(g):
    assert {
        child.level for code in ("441900", "442000", "460400", "620200") for child in g.children(place(g, code))
    } == {"township"}


def test_unknown_codes_are_nothing(g):
    assert g.get("990000") is None
    assert g.get("110100") is None  # 市辖区 is a grouping, not a place
    assert g.get("") is None


def test_named_gives_those_in_force_first(g):
    assert [p.key for p in g.named("朝阳区")] == ["110105", "220104"]
    assert [p.key for p in g.named("香坊区")] == ["230110", "230106"]
    assert [p.path for p in g.named("襄樊市")] == ["湖北省/襄阳市"]  # a former name of the same code
    assert g.named("无此地区") == ()


@pytest.mark.parametrize(("short", "name"), words(SHORT))
def test_short_names(g, short, name):
    found = [p for p in g.short_named(short) if p.name == name]
    assert found
    assert g.short(found[0]) == short


def test_short_names_have_two_characters_and_leave_townships_out(g):
    assert g.short(place(g, "130284")) == "滦州"
    assert g.short(g.named("滦县")[0]) == "滦县"
    assert g.short_named("滦") == ()
    assert g.short_named("上塘") == ()
    assert g.short(place(g, "330105008")) == "上塘"
    assert g.short(place(g, "130171")) == "石家庄高新技术产业开发区"


# --- who lies in whom ---


def test_ancestors_children_and_within(g):
    street, district, city = place(g, "330105008"), place(g, "330105"), place(g, "330100")
    assert [p.name for p in g.ancestors(street)] == ["拱墅区", "杭州市", "浙江省"]
    assert g.parent(place(g, "330000")) is None
    assert street in g.children(district)
    assert g.within(street, city)
    assert g.within(city, city)
    assert not g.within(city, street)
    assert not g.within(street, place(g, "320000"))
    assert g.path(street) == street.path


def test_children_are_those_of_today(g):
    names = " ".join(p.name for p in g.children(place(g, "330100")))
    assert names == "上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 富阳区 临安区 临平区 钱塘区 桐庐县 淳安县 建德市"


def test_a_place_without_a_code(g):
    community = g.local(place(g, "330105"), "某某社区", "village")
    assert community == Place("330105-某某社区", "某某社区", "village", "330105", "浙江省/杭州市/拱墅区/某某社区")
    assert [p.name for p in g.ancestors(community)] == ["拱墅区", "杭州市", "浙江省"]
    assert g.parent(g.local(community, "第一网格", "village")) == place(g, "330105")
    assert g.within(community, place(g, "330000"))
    assert g.in_force(community, 2021)


# --- Hangzhou 2021 ---


def test_hangzhou_2021_is_complete(g):
    assert {(c.kind, c.before, c.after) for c in hangzhou(g)} == {
        ("merge", ("330103", "330105"), ("330105",)),
        ("merge", ("330102", "330104"), ("330102",)),
        ("split", ("330110",), ("330110", "330113")),
        ("found", ("330104", "330109"), ("330114",)),
    }
    assert {c.date for c in hangzhou(g)} == {"2021-04-09"}


@pytest.mark.parametrize(("code", "name", "since", "until"), words(HANGZHOU))
def test_hangzhou_keeps_its_past_codes(g, code, name, since, until):
    found = place(g, code)
    assert (found.name, found.since, found.until) == (name, since, until)


def test_a_change_counts_for_the_whole_year(g):
    assert g.in_force(place(g, "330103"), 2020)
    assert not g.in_force(place(g, "330103"), 2021)
    assert not g.in_force(place(g, "330113"), 2020)
    assert g.in_force(place(g, "330113"), 2021)
    assert g.in_force(place(g, "330105"), 1999)


@pytest.mark.parametrize(("path", "year", "code"), words(IN_A_YEAR))
def test_what_a_place_was_in_a_year(g, path, year, code):
    found = g.code_in(path, int(year))
    assert (found and found.key) == code


def test_code_in_takes_a_place_too(g):
    assert g.code_in(place(g, "330110"), 2000) == place(g, "330184")
    assert g.code_in(place(g, "330184"), 2000) == place(g, "330184")
    assert g.code_in("某省/某市", 2020) is None


def test_changes_of_a_place(g):
    assert [(c.date, c.kind) for c in g.changes(place(g, "330110"))] == [
        ("2001-02-02", "upgrade"),
        ("2021-04-09", "split"),
    ]
    assert g.changes(place(g, "330106")) == ()


# --- names in text ---


def test_the_longest_name_is_matched(g):
    text = "某年，拱墅区上塘街道与杭州市"
    assert g.match(text, 3) == "拱墅区"
    assert g.match(text, 6) == "上塘街道"
    assert g.match(text, 11) == "杭州市"
    assert g.match(text, 0) is None
    assert g.match(text, len(text) - 1) is None
    assert g.match_short("拱墅与内蒙古", 0) == "拱墅"
    assert g.match_short("拱墅与内蒙古", 3) == "内蒙古"
    assert g.match("积石山保安族东乡族撒拉族自治县", 0) == "积石山保安族东乡族撒拉族自治县"
    assert g.is_place_name("襄樊市")
    assert not g.is_place_name("拱墅")
