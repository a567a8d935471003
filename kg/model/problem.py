"""What a build has to say about its inputs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about an input that its sender should know. ``zh``/``en`` say what; ``remedy_*`` what to do."""

    code: str
    file: str
    zh: str
    en: str
    remedy_zh: str = ""
    remedy_en: str = ""
