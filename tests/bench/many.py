"""Many reports out of the packaged samples: other places, other years, to see whether pages hold what a country reports."""

from __future__ import annotations

import re
from pathlib import Path

import kg
from kg.gazetteer import gazetteer
from kg.model import Place

# What the places of the samples are called there, longest first, and the years that they tell of.
_OWN = {
    "gongshu-2022": ("杭州市拱墅区", "拱墅区"), "yuhang-2021": ("杭州市余杭区", "余杭区"), "hangzhou-2024": ("杭州市",),
    "shanghai-2025": ("上海市",), "sichuan-2025": ("四川省",), "guangdong-2025": ("广东省",), "zhejiang-2025": ("浙江省",),
}  # fmt: skip
_YEAR = re.compile(r"(?<![0-9])20[12][0-9](?=年)")


def many_reports(folder: Path, count: int) -> list[Path]:
    """Write ``count`` reports into a folder: each a sample that tells of another place and year.

    Returns the files. The same count gives the same files.
    """
    texts = [(file.read_text(encoding="utf-8-sig"), _OWN[file.stem]) for file in kg.samples() if file.stem in _OWN]
    counties = _counties()
    assert len(texts) == len(_OWN)
    assert len(counties) > 1000
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        text, own = texts[number % len(texts)]
        place = counties[(number * 7) % len(counties)]
        city, name = place.path.split("/")[-2:]
        for old in own:
            text = text.replace(old, city + name if old == own[0] else name)
        back = number // len(counties) + number % 4
        text = _YEAR.sub(lambda found, back=back: str(int(found.group()) - back), text)
        file = folder / f"{number:05d}-{place.key}.txt"
        file.write_text(text, encoding="utf-8")
        made.append(file)
    return made


def _counties() -> list[Place]:
    """Counties of today, by code."""
    known = gazetteer()
    provinces = (place for number in range(11, 70) if (place := known.get(f"{number}0000")))
    cities = (city for province in provinces for city in known.children(province) if city.level == "prefecture")
    return [place for city in cities for place in known.children(city) if place.level == "county"]
