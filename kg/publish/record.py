"""What a build was made of: inputs, versions, counts, problems. No clock: the same inputs give the same record."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kg import ids
from kg.model import SEVERITIES, Problem, ReportFacts, Validation
from kg.version import installed_version
from kg.vocabulary import Vocabulary


def record(
    facts: Sequence[ReportFacts],
    problems: Sequence[Problem],
    counts: Mapping[str, int],
    outputs: Sequence[str],
    validation: Validation | None,
    vocabulary: Vocabulary,
    base: str,
) -> bytes:
    """build.json: inputs, versions, base, counts, outputs, validation, problems.

    An input has file, sha256, report, format, encoding, text (its file), characters, metadata: where each datum is from,
    copies: the other inputs that hold the same report, and near_copies: the share of text that others have in common.
    ``validation`` is null where the build was told not to validate.
    """
    inputs = [
        {
            "file": one.name,
            "sha256": one.source_sha256,
            "report": ids.iri("report", ids.report_name(one), base),
            "format": one.format,
            "encoding": one.encoding,
            "text": one.text_file,
            "characters": one.characters,
            "metadata": dict(one.meta.origins),
            "copies": [
                {"file": copy.name, "sha256": copy.source_sha256, "format": copy.format, "encoding": copy.encoding}
                for copy in one.copies
            ],
            "near_copies": [{"file": near.name, "share": near.share} for near in one.near_copies],
        }
        for one in sorted(facts, key=lambda one: one.name)
    ]
    flaws = [
        {
            "code": problem.code,
            "file": problem.file,
            "message": {"zh": problem.zh, "en": problem.en},
            "remedy": {"zh": problem.remedy_zh, "en": problem.remedy_en},
        }
        for problem in problems
    ]
    content = {
        "inputs": inputs,
        "versions": {"kg": installed_version(), "vocabulary": vocabulary.sha256},
        "base": base,
        "counts": dict(sorted(counts.items())),
        "outputs": sorted(outputs),
        "validation": _validation(validation),
        "problems": flaws,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _validation(validation: Validation | None) -> dict[str, object] | None:
    """Whether the graph conforms to its shapes, and how many of its nodes were looked at."""
    if validation is None:
        return None
    severities = [finding.severity for finding in validation.findings]
    return {
        "conforms": validation.conforms,
        "checked": validation.checked,
        "of": validation.of,
        "sampled": validation.sampled,
        "findings": {name.lower(): severities.count(name) for name in SEVERITIES},
    }


def readme(counts: Mapping[str, int]) -> str:
    """A short page beside the files that says what each is, in Chinese and English."""
    lines = [
        "# 法治政府建设报告知识图谱 / knowledge graph of reports on law-based government",
        "",
        "| 文件 file | 内容 what it is |",
        "|---|---|",
        "| `index.html` | 从这里开始：双击打开，无需联网 / start here: double-click, no network needed |",
        "| `network.html` | 交互网络图 / interactive network |",
        f"| `graph.ttl` | 完整图谱（Turtle，{counts.get('triples', 0)} 个三元组） / the whole graph |",
        "| `tables/*.csv` | 同样的事实，表格形式（UTF-8，Excel 可直接打开） / the same facts as tables |",
        "| `texts/*.txt` | 每份报告读出的原文（UTF-8），`tables/reports.csv` 的 `text` 列说明哪份是哪份 / the text of each "
        "report as read; the column `text` of `tables/reports.csv` tells which |",
        "| `build.json` | 输入、版本、计数和问题 / inputs, versions, counts and problems |",
        "",
        "`network.html` 内含 vis-network（Apache-2.0 或 MIT 许可，由 pyvis 附带）。",
        "",
        "`network.html` holds vis-network (Apache-2.0 or MIT, as bundled with pyvis).",
        "",
        "`start` 和 `end` 是证据句在 `texts/` 里那份原文（未作任何清理）中的起止字符位置（换行符不转换），"
        "`text[start:end] == evidence`。",
        "",
        "`start` and `end` are the offsets of the evidence in the text below `texts/` (as read, not cleaned; line ends "
        "untouched), `text[start:end] == evidence`.",
        "",
    ]
    return "\n".join(lines)
