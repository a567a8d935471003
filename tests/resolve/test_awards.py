"""Where awards went: each recipient by itself."""

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.awards.find import find_awards
from kg.mention.places import find_places
from kg.model import Source
from kg.resolve.awards import award_place
from kg.resolve.places import resolve_places
from kg.structure import structure
from kg.vocabulary import vocabulary


def places_of(sentence, title="浙江省2025年法治政府建设年度报告"):
    text = f"{title}\n一、主要成效\n法治政府建设有力推进。\n{sentence}\n"
    report = structure(clean(Source("x.txt", text, "utf-8", "0" * 64)), vocabulary(), gazetteer())
    named, _ = resolve_places(find_places(report, gazetteer()), report, gazetteer())
    found = [award_place(award, report, named, gazetteer()) for award in find_awards(report, vocabulary(), gazetteer())]
    return [place.name if place else None for place in found]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # Every item of a list by itself, full name or short; a county's short name only in front.
        ("缙云老屋、温州新港、安吉茶山先后入选全国调解名录。", {"缙云县", "温州市", "安吉县"}),
        ("嘉善县入选全国调解名单。", {"嘉善县"}),
        ("古桥调解室、温州茶馆入选全国调解名录。", {"浙江省", "温州市"}),
        # Several places in one recipient: what they lie in.
        ("绍兴老酒、金华茶点、安吉竹器3个产业获评全国调解产业。", {"浙江省"}),
        ("杭州市余杭区“茶馆”项目获评全国调解案例。", {"余杭区"}),
        # A word that only looks like a name, and a river that bears one.
        ("平安茶馆获评全国调解案例。", {"浙江省"}),
        ("浦江大学入选全国调解名录。", {"浙江省"}),
        # What was named with its place stays there.
        ("安吉县“竹下”、嘉善县“桥头”化解纠纷30起，其中“桥头”获评全国调解案例。", {"嘉善县"}),
    ],
)
def test_each_recipient_has_its_own_place(sentence, names):
    assert set(places_of(sentence)) == names


def test_two_characters_within_a_name_are_no_province():
    assert places_of("庐山西麓入选国家级旅游度假区。", "江西省2025年法治政府建设年度报告") == ["庐山市"]


def test_a_township_knows_its_neighbours():
    found = places_of("上塘街道蔡马社区获评全国民主法治社区。", "杭州市拱墅区武林街道2025年法治政府建设年度报告")
    assert found == ["蔡马社区"]
