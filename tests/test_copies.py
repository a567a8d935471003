"""One report in several inputs is one report; near copies are told; different reports stay apart."""

import itertools
import random
import re
from array import array
from dataclasses import replace
from decimal import Decimal

import made_up
import pytest
import rendering
from conftest import ROOT, SAMPLE_FILES, SAMPLES
from copied import forms, reposted

from kg import clean, pipeline
from kg.copies import settle
from kg.copies.grouping import grouped
from kg.copies.near import NEAR, near_pairs, share
from kg.copies.same import agree, preference, same_body
from kg.fingerprint import EVERY, LARGEST, fingerprint, words_of
from kg.model import Metadata, Source
from kg.structure import completed

INVENTED = sorted((ROOT / "tests" / "evaluation" / "invented").glob("*.txt"))
SENTENCES = [f"第{n}项工作在{n * 7}个镇开展，办结{n * 13}件，比上年多{n % 9}件" for n in range(1, 80)]
BODY = "。".join(SENTENCES) + "。"


def gathered(*paths, jobs=1):
    """Reports and problems by the name of their input."""
    options = pipeline.Options(jobs=jobs)
    kept, problems = pipeline.gather(options.inputs(paths)[0], options)
    return {said.name: said for said in kept}, problems


def near(problems):
    return [problem for problem in problems if problem.code == "near-copy"]


def bodies(paths):
    options = pipeline.Options(keep_all=True)
    found = {}
    for given in options.inputs(paths)[0]:
        report = pipeline.structured(given, options)
        found[given.path] = report.text[report.sections[0].start :]
    assert found
    return found


# --- words ---


def test_words_are_what_all_forms_of_a_text_share():
    page = "（一）办结12.5万件，“放管服”改革；增长5%。\nＡ股"
    pdf = "(一) 办结 12.5 万件,\"放管服\"改革\n;增长 5％ 。A 股"  # fmt: skip
    cleaned = [clean.clean(Source("x", text, "utf-8", "")).text for text in (page, pdf)]
    assert {words_of(text) for text in cleaned} == {"一办结12.5万件放管服改革增长5%a股"}


@pytest.mark.parametrize(("one", "other"), [("12.5", "125"), ("5%", "5"), ("办结", "办理"), ("3件", "8件")])
def test_what_changes_the_meaning_is_a_word(one, other):
    assert words_of(one) != words_of(other)


def test_a_fingerprint_is_small_whatever_the_text():
    text = "。".join(f"{n * 7919}办{n}" * 9 for n in range(20_000))
    found = fingerprint(text)
    assert LARGEST / 3 < len(found.sketch) <= LARGEST
    assert found.every > EVERY
    assert all(code % found.every == 0 for code in found.sketch)
    assert fingerprint("").words == 0
    assert isinstance(found.sentences, array)


def test_sketches_of_different_fineness_can_be_compared():
    short = "。".join(f"{n * 7919}办{n}" * 9 for n in range(200))
    long = "。".join(f"{n * 7919}办{n}" * 9 for n in range(20_000))
    assert fingerprint(long).every > fingerprint(short).every
    assert share(fingerprint(short), fingerprint(long)) > 0.95


# --- the same but for its form ---


def test_the_same_body():
    one = fingerprint(BODY)
    assert same_body(one, fingerprint(BODY.replace("，", ", ").replace("。", "。\n")))
    assert same_body(one, fingerprint("首页 政务公开 " + BODY + "相关文章 版权所有"))
    assert same_body(one, fingerprint(BODY + "主办单位：乙县人民政府办公室。版权所有。"))
    assert same_body(fingerprint(BODY[:-1] + "乙县"), fingerprint(BODY[:-1] + "乙县\n2023年1月5日"))


@pytest.mark.parametrize(
    "other",
    [
        BODY.replace("办结520件", "办结521件"),  # a figure in between
        BODY.replace(SENTENCES[40] + "。", ""),  # a sentence in between
        BODY.replace(SENTENCES[-1], "其余照旧"),  # another end
        BODY.replace(SENTENCES[0], "其余照旧"),  # another beginning
        BODY[: len(BODY) // 2],
        "。".join(SENTENCES[::-1]),
        "",
    ],
)
def test_another_body(other):
    assert other != BODY
    assert not same_body(fingerprint(BODY), fingerprint(other))
    assert not same_body(fingerprint(other), fingerprint(BODY))


def test_a_few_words_are_no_body():
    assert not same_body(fingerprint("情况报告如下。"), fingerprint("情况报告如下。"))


PLAIN = Metadata("甲县2022年法治政府建设年度报告", made_up.DISTRICT, 2022, None, None, "government-annual-report")


@pytest.mark.parametrize(
    ("other", "may"),
    [
        (PLAIN, True),
        (replace(PLAIN, place=None, year=None, title=""), True),
        (replace(PLAIN, publisher="甲县司法局", issued="2023-05-01"), True),
        (replace(PLAIN, year=2021), False),
        (replace(PLAIN, place=made_up.STREET), False),
        (replace(PLAIN, kind="department-annual-report", title="甲县司法局2022年法治政府建设年度报告"), False),
    ],
)
def test_what_may_be_one_report(other, may):
    assert agree(PLAIN, other) is agree(other, PLAIN) is may


def test_two_departments_with_the_same_words_are_two():
    one = replace(PLAIN, kind="department-annual-report", title="甲县司法局2022年法治政府建设年度报告")
    assert not agree(one, replace(one, title="甲县财政局2022年法治政府建设年度报告"))
    assert agree(one, replace(one, title="司法局2022年法治政府建设年度报告"))


def said(name, body=BODY, **changes):
    """Facts of a made-up report with a body of its own."""
    facts = replace(made_up.facts(name=name), fingerprint=fingerprint(body), words_sha256=f"{hash(body)}")
    return replace(facts, **changes)


def test_what_is_kept_is_the_most_complete_then_the_form_then_the_name():
    fuller = BODY + "附则。"
    unknown = replace(made_up.facts().meta, year=None)
    for better, worse in itertools.pairwise(
        [
            said("z.pdf", fuller, format="pdf"), said("a.txt"), said("b.txt"), said("a.html", format="html"),
            said("a.pdf", format="pdf"), said("0.txt", fuller, meta=unknown),
        ]
    ):  # fmt: skip
        assert preference(better) < preference(worse)


def test_the_order_of_reports_changes_nothing():
    other = BODY.replace("镇", "乡")
    facts = [
        said("c.pdf", format="pdf"), said("a.html", format="html", words_sha256="1"), said("b.txt", other),
        said("d.txt", BODY + "相关文章", words_sha256="2"), said("e.txt", BODY[: len(BODY) * 3 // 4], words_sha256="3"),
    ]  # fmt: skip
    first = settle(facts)
    assert [(one.name, [copy.name for copy in one.copies]) for one in first[0]][:2] == [
        ("b.txt", []), ("d.txt", ["a.html", "c.pdf"]),
    ]  # fmt: skip
    for order in itertools.permutations(facts):
        assert settle(order) == first


def test_facts_without_fingerprints_stay_as_they_are():
    facts = [made_up.facts(name="a.txt"), made_up.facts(name="b.txt")]
    assert settle(facts)[0] == facts


# --- metadata of copies ---


def test_what_one_copy_lacks_another_tells():
    page = replace(PLAIN, publisher="南湖区人民政府", issued="2023-03-02", identifier="K1/2023", url="https://www.example.org/1",
                   origins=(("publisher", "page 发布机构"), ("issued", "page 发布日期"), ("identifier", "page 索引号"),
                            ("url", "page")))  # fmt: skip
    plain = replace(PLAIN, issued="2023-02-20", origins=(("issued", "text"), ("title", "text")))
    meta, problems = completed(plain, [("b.html", page)], "a.txt")
    assert (meta.publisher, meta.issued, meta.identifier) == ("南湖区人民政府", "2023-03-02", "K1/2023")
    assert (meta.url, meta.title) == ("https://www.example.org/1", plain.title)
    assert dict(meta.origins)["issued"] == "page 发布日期 @ b.html"
    assert dict(meta.origins)["title"] == "text"
    assert problems == ()


def test_copies_that_contradict_each_other():
    one = replace(PLAIN, issued="2023-03-02", number="甲政〔2023〕1号", url="https://a.example.org/",
                  origins=(("issued", "page 发布日期"), ("number", "text")))  # fmt: skip
    other = replace(PLAIN, issued="2023-04-09", number="甲政〔2023〕7号", year=2021, url="https://b.example.org/",
                    origins=(("issued", "page 发布日期"), ("number", "text")))  # fmt: skip
    meta, problems = completed(one, [("b.html", other)], "a.html")
    assert (meta.issued, meta.number, meta.year) == ("2023-03-02", "甲政〔2023〕1号", 2022)
    assert [problem.code for problem in problems] == ["metadata-conflict"] * 3
    assert all("b.html" in problem.zh and "b.html" in problem.en for problem in problems)
    assert {problem.file for problem in problems} == {"a.html"}


# --- files ---


def test_all_forms_of_the_samples_are_one_report_each(tmp_path):
    names = ("gongshu-2022", "hangzhou-2024", "wulin-2022", "yuhang-2021")
    for name in names:
        forms((SAMPLES / f"{name}.txt").read_text(encoding="utf-8-sig"), tmp_path / name, name)
    kept, problems = gathered(tmp_path)
    assert sorted(kept) == [f"{name}.txt" for name in names]
    for name, one in kept.items():
        stem = name[:-4]
        assert [copy.name for copy in one.copies] == sorted(
            f"{stem}{end}" for end in ("-2008.htm", ".docx", ".html", ".pdf")
        )
        assert {copy.format for copy in one.copies} == {"html", "docx", "pdf"}
    assert near(problems) == []


def test_all_forms_of_the_real_reports_are_one_report_each(shared, tmp_path):
    found = sorted((shared / "corpus").glob("*.txt"))
    assert len(found) == 3
    for path in found:
        text = path.read_text(encoding="utf-8")
        folder = forms(text, tmp_path / path.stem, path.stem)
        page = rendering.page(text)
        (folder / "twice.html").write_text(page.replace("</body>", page.partition("<body>")[2]), encoding="utf-8")
        (folder / "twice.txt").write_text(text + "\n" + text, encoding="utf-8")
    kept, problems = gathered(tmp_path)
    assert sorted(kept) == [path.name for path in found]
    assert {len(one.copies) for one in kept.values()} == {6}
    assert near(problems) == []


def test_what_a_browser_prints_is_the_same_report(shared, tmp_path):
    text = (shared / "corpus" / "hangzhou-2024.txt").read_text(encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "r.html").write_text(rendering.paper(text), encoding="utf-8")
    (tmp_path / "page.html").write_text(rendering.paper(text), encoding="utf-8")
    rendering.printed(tmp_path / "page.html", tmp_path / "in" / "r.pdf")
    kept, _ = gathered(tmp_path / "in")
    assert {name: [copy.name for copy in one.copies] for name, one in kept.items()} == {"r.html": ["r.pdf"]}


def test_a_body_printed_twice_in_one_page_is_one(tmp_path):
    text = (SAMPLES / "gongshu-2022.txt").read_text(encoding="utf-8-sig")
    page = rendering.page(text)
    (tmp_path / "once.html").write_text(page, encoding="utf-8")
    (tmp_path / "twice.html").write_text(page.replace("</body>", page.partition("<body>")[2]), encoding="utf-8")
    kept, problems = gathered(tmp_path)
    assert {name: [copy.name for copy in one.copies] for name, one in kept.items()} == {"once.html": ["twice.html"]}
    once, _ = gathered(tmp_path / "once.html")
    assert len(kept["once.html"].engagements) == len(once["once.html"].engagements) > 0
    assert near(problems) == []


def sentences(text):
    return [piece for piece in re.findall(r"[^。！？]*[。！？]?", text) if piece]


ALTERED = {
    "middle half": lambda text, _: "".join(sentences(text)[len(sentences(text)) // 4 : len(sentences(text)) * 3 // 4]),
    "a third left out": lambda text, chance: "".join(one for one in sentences(text) if chance.random() > 0.3),
    "other order": lambda text, _: "".join(sentences(text)[::-1]),
    "other figures": lambda text, chance: re.sub("[0-9]", lambda _: str(chance.randrange(10)), text),
    "3 of 100 changed": lambda text, chance: "".join("甲" if chance.random() < 0.03 else mark for mark in text),
    "within a longer one": lambda text, _: "".join(map(str, range(3000))) + text,
}


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_copy_is_near(name):
    found = bodies([*SAMPLE_FILES])
    assert len(found) == len(SAMPLE_FILES)
    for path, text in found.items():
        altered = ALTERED[name](text, random.Random(7))
        one, other = fingerprint(text), fingerprint(altered)
        if min(one.words, other.words) >= 300:
            assert list(near_pairs([one, other])) == [(0, 1, share(one, other))], path
            assert not same_body(one, other), path
    assert sum(fingerprint(text).words > 600 for text in found.values()) >= 8


def test_different_reports_stay_apart(shared):
    found = bodies([*SAMPLE_FILES, *INVENTED, *sorted((shared / "corpus").rglob("*.txt"))])
    assert len(found) > 50
    prints = [fingerprint(text) for text in found.values()]
    assert list(near_pairs(prints)) == []
    most = max(share(one, other) for one, other in itertools.combinations(prints, 2))
    assert 0.2 < most < NEAR - 0.25, "the table in kg/copies/near.py is no longer true"


def test_two_years_that_share_half_their_text_are_two():
    chance = random.Random(7)
    hanzi = [chr(code) for code in range(0x4E00, 0x5E00)]
    years = ["".join(chance.choices(hanzi, k=40)) for _ in range(3) for _ in range(60)]
    kept, one, other = ("。".join(years[at : at + 60]) + "。" for at in (0, 60, 120))
    prints = [fingerprint(kept + one), fingerprint(kept + other)]
    assert 0.4 < share(*prints) < 0.6
    assert list(near_pairs(prints)) == []


def test_boilerplate_makes_no_copy():
    assert list(near_pairs([fingerprint("坚持以人民为中心。" * 5), fingerprint(BODY + "坚持以人民为中心。" * 5)])) == []


def test_a_crowd_of_near_copies_is_told_each(tmp_path):
    crowd = [fingerprint(BODY + f"转载于第{n}号网站。" * 9) for n in range(120)]
    pairs = list(near_pairs(crowd))
    assert {later for _, later, _ in pairs} == set(range(1, 120))
    assert len(pairs) < 120 * 40


def test_near_copies_are_kept_apart_and_said(tmp_path):
    kept, problems = gathered(reposted(tmp_path / "in"))
    assert list(kept) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    told = {problem.file: problem for problem in near(problems)}
    assert list(told) == ["b.txt", "c.txt"]
    assert re.search(r"a\.txt \((9\d|100)%, same place and year\)", told["b.txt"].en)
    assert "a.txt（" in told["b.txt"].zh
    assert "another place or year" in told["c.txt"].en
    assert {one.name for one in kept["a.txt"].near_copies} == {"b.txt", "c.txt"}
    assert kept["d.txt"].near_copies == ()
    assert all(0.7 <= one.share <= 1 for said in kept.values() for one in said.near_copies)


def test_groups_and_pairs_name_each_other():
    groups, pairs = grouped(
        [said("b.txt", BODY + "附则一。附则二。" * 40, words_sha256="1"), said("a.txt", words_sha256="2")]
    )
    assert [[one.name for one in group] for group in groups] == [["a.txt"], ["b.txt"]]
    assert list(pairs) == [(0, 1)]
    assert Decimal(pairs[0, 1]) > Decimal("0.9")
