import csv
import io
from dataclasses import replace

from made_up import DISTRICT, TEXT, MadeUpGazetteer, facts, said

from kg.graph import build, store
from kg.model import PlaceNamed
from kg.publish.tables import TABLES, csv_bytes, tables
from kg.vocabulary import vocabulary

COLUMNS = {
    "reports": "source,title,place,adcode,year,publisher,issued,kind",
    "places": "source,place,adcode",
    "implementations": "source,programme,kind,place,year,status,evidence,start,end",
    "awards": "source,award,edition,level,result,recipient,place,year,count,rank,evidence,start,end",
    "bodies": "source,body,kind,place,relation,evidence,start,end",
    "documents": "source,document,kind,relation,evidence,start,end",
    "indicators": "source,indicator,value,unit,change,place,year,evidence,start,end",
}


def made(*reports):
    return tables(store(build(reports or [facts()], vocabulary(), MadeUpGazetteer())))


def dicts(table):
    header, rows = table
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_first_columns_are_the_fixed_ones():
    assert tuple(COLUMNS) == TABLES
    for name, (header, _) in made().items():
        fixed = COLUMNS[name].split(",")
        assert list(header[: len(fixed)]) == fixed


def test_every_row_leads_back_to_its_sentence():
    answers = made()
    for name in TABLES[1:]:
        rows = dicts(answers[name])
        assert rows, name
        assert all(TEXT[int(row["start"]) : int(row["end"])] == row["evidence"] != "" for row in rows), name


def test_reports():
    [row] = dicts(made()["reports"])
    assert row["source"] == "nanhu-2022.txt"
    assert (row["place"], row["adcode"], row["year"]) == ("云山省/清水市/南湖区", "990105", "2022")
    assert (row["publisher"], row["issued"], row["kind"]) == ("南湖区司法局", "2023-02-01", "government-annual-report")


def test_places_show_the_first_mention_and_the_number_of_mentions():
    late, early = said("办结"), said("“放管服”")
    report = replace(
        facts(), places=tuple(PlaceNamed(DISTRICT, e) for e in (late, early, replace(early, rule="another")))
    )
    [row] = dicts(made(report)["places"])
    assert (row["start"], row["rule"], row["mentions"]) == (str(early.start), "another", "3")


def test_one_row_for_an_engagement_and_a_sentence():
    report = facts()
    again = replace(report.engagements[0], evidence=said("办结"))
    rows = dicts(made(replace(report, engagements=(*report.engagements, again)))["implementations"])
    assert len(rows) == 7
    assert len({row["iri"] for row in rows}) == 6
    [problem] = [row for row in rows if row["status"] == "problem"]
    assert (problem["programme"], problem["kind"], problem["curation"]) == ("1+5 执法改革", "reform", "candidate")


def test_awards_show_the_name_as_written_and_the_series():
    [first, second] = dicts(made()["awards"])
    assert (first["award"], first["edition"], first["result"], first["count"], first["rank"]) == (
        "云山杯",
        "第三届",
        "shortlisted",
        "2",
        "二等",
    )
    assert (second["award"], second["series"], second["edition"]) == (
        "全国民主法治示范社区",
        "全国民主法治示范村（社区）",
        "",
    )


def test_numbers_are_plain():
    rows = dicts(made()["indicators"])
    assert [(row["value"], row["change"], row["year"]) for row in rows] == [("11300", "5.5", "2022"), ("4.27", "", "")]


def test_two_reports_of_one_sentence_are_told_apart_by_source():
    rows = dicts(made(facts(), facts(text=TEXT + "又及。", name="again.txt"))["implementations"])
    assert {row["source"] for row in rows} == {"nanhu-2022.txt", "again.txt"}
    assert len(rows) == 12


def test_rows_are_in_one_order():
    reports = [facts(text=TEXT + "续" * n, name=f"{n}.txt", year=2018 + n) for n in range(4)]
    assert made(*reports) == made(*reversed(reports))


def test_csv():
    data = csv_bytes(("a", "b"), [("甲,乙", 'he said "x"'), ("", "line\r\nbreak")])
    assert data == '\ufeffa,b\r\n"甲,乙","he said ""x"""\r\n,"line\r\nbreak"\r\n'.encode()
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert back[2] == ["", "line\r\nbreak"]
