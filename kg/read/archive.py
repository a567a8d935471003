"""Which members of a zip file are worth reading, under names that people can read."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass

from kg.model import Problem
from kg.read.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MIB


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name as the archive has it, the name as people read it, bytes when unpacked."""

    raw: str
    name: str
    size: int


class Allowance:
    """What one file may hold in archives within archives, all of them together; what it holds is counted down."""

    def __init__(self) -> None:
        self._members, self._bytes = MAX_MEMBERS, MAX_UNPACKED
        self.spent = False

    def list(self, count: int, where: str) -> Problem | None:
        """Count the members of an archive; a problem where they are too many."""
        self._members -= count
        return self._checked(where, f"里外有 {MAX_MEMBERS} 个以上文件", f"more than {MAX_MEMBERS} files, archives in it included")

    def unpack(self, size: int, where: str) -> Problem | None:
        """Count an archive or a table in an archive, which is unpacked to be looked at."""
        self._bytes -= size
        whole = f"{MAX_UNPACKED / 1e9:.1f} GB"
        return self._checked(where, f"层层解压后超过 {whole}", f"more than {whole} when archives in it are unpacked")

    def _checked(self, where: str, zh: str, en: str) -> Problem | None:
        if self._members >= 0 and self._bytes >= 0:
            return None
        self.spent = True
        return _refused(where, zh, en)


def members(archive: zipfile.ZipFile, where: str, allowance: Allowance) -> tuple[list[Member], list[Problem]]:
    """The files of an archive, sorted by name, without folders; and what is wrong with it.

    An archive that unpacks to more than it can honestly hold has no members, and a problem that says so; a member whose
    path leads out of the archive is left out and said so.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if bomb := _bomb(infos):
        return [], [_refused(where, *bomb)]
    if flaw := allowance.list(len(infos), where):
        return [], [flaw]
    found: dict[str, Member] = {}
    problems: list[Problem] = []
    for info in infos:
        name = readable(info)
        if _escapes(name):
            problems.append(_unsafe(f"{where}!/{name}"))
        else:
            found.setdefault(name, Member(info.filename, name, info.file_size))
    return [found[name] for name in sorted(found)], problems


def readable(info: zipfile.ZipInfo) -> str:
    """The name of a member. Without the UTF-8 flag zipfile takes names for cp437; here they are GBK as a rule."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            data = name.encode("cp437")
        except UnicodeEncodeError:
            return name
        for encoding in ("utf-8", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return name


def _escapes(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":")


def _bomb(infos: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    """What an archive has too much of, in Chinese and English."""
    whole = sum(info.file_size for info in infos)
    if len(infos) > MAX_MEMBERS:
        return f"有 {len(infos)} 个文件", f"{len(infos)} files"
    if whole > MAX_UNPACKED:
        return f"解压后有 {whole / 1e9:.1f} GB", f"{whole / 1e9:.1f} GB when unpacked"
    for info in infos:
        if info.file_size > MIB and info.file_size > MAX_RATIO * max(1, info.compress_size):
            return (
                f"{info.filename} 解压后大了 {MAX_RATIO} 倍以上",
                f"{info.filename} grows more than {MAX_RATIO} times",
            )
    return None


def _refused(where: str, zh: str, en: str) -> Problem:
    return Problem(
        "archive-too-large", where, f"压缩包不像是装报告的（{zh}），没有解压",
        f"this archive does not look like one of reports ({en}); it was not unpacked",
        "自己解压，检查后把报告文件夹交给 kg build", "unpack it yourself, look at it, and give kg build the folder",
    )  # fmt: skip


def _unsafe(where: str) -> Problem:
    return Problem(
        "archive-unsafe-path", where, "压缩包内的路径指向压缩包之外，没有读",
        "the path in the archive leads out of it; it was not read",
        "不要相信这个压缩包；需要的话重新下载", "do not trust this archive; download it again where you need it",
    )  # fmt: skip
