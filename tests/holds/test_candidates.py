"""What no vocabulary knows is a candidate, with the rule that found it; the same new name in several reports is one."""

from invented import LEAD

import kg

REPORTS = {
    "霍邱县2023年法治政府建设年度报告": "深化“云窗快办”改革，办理事项120件。推行“一网通办”。",
    "霍山县2023年法治政府建设年度报告": "学习先进经验，推行“云窗快办”改革工作，办理事项96件。",
    "舒城县2023年法治政府建设年度报告": "建成云窗快办改革示范窗口。推广“云窗快办”，群众满意。",
}
QUESTION = """
PREFIX fz: <https://w3id.org/fazhi/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?programme ?label ?curation (COUNT(DISTINCT ?place) AS ?places) (GROUP_CONCAT(DISTINCT ?rule) AS ?rules) WHERE {
  ?programme a fz:Programme ; skos:prefLabel ?label ; fz:curation/skos:notation ?curation .
  ?engagement fz:programme ?programme ; fz:place ?place ; fz:evidence ?evidence . ?evidence fz:rule ?rule .
  FILTER(LANG(?label) = "zh")
} GROUP BY ?programme ?label ?curation
"""


def found(tmp_path):
    for number, (title, sentence) in enumerate(REPORTS.items()):
        text = f"{title}\n{LEAD}\n一、主要举措和成效\n{sentence}\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    kg.build([tmp_path / f"{number}.txt" for number in range(len(REPORTS))], tmp_path / "out")
    graph = kg.load(tmp_path / "out")
    return {str(row["label"]): row for row in graph.query(QUESTION)}


def test_one_candidate_from_three_reports_with_its_rules(tmp_path):
    programmes = found(tmp_path)
    new = [row for label, row in programmes.items() if "云窗快办" in label]
    assert len(new) == 1
    assert str(new[0]["curation"]) == "candidate"
    assert int(new[0]["places"]) == len(REPORTS)
    assert set(str(new[0]["rules"]).split()) & {"quoted-head", "verb-quoted"}
    assert str(programmes["一网通办"]["curation"]) == "curated"
    assert str(new[0]["programme"]).startswith("https://w3id.org/fazhi/id/programme/")
