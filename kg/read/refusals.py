"""The reasons for which a file is not read, each with what to do about it."""

from __future__ import annotations

from kg.errors import InputError


def empty(name: str) -> InputError:
    """There are no bytes, or nothing but white space."""
    return InputError(
        "file-empty", "文件是空的", "the file is empty", where=name,
        remedy_zh="重新下载或另存该报告", remedy_en="download or save the report again",
    )  # fmt: skip


def unreadable(name: str, reason: str) -> InputError:
    """The system does not give the bytes."""
    return InputError(
        "file-unreadable", f"文件读不了（{reason}）", f"the file cannot be read ({reason})", where=name,
        remedy_zh="检查文件是否存在、是否有读取权限", remedy_en="check that it exists and that you may read it",
    )  # fmt: skip


def changed(name: str) -> InputError:
    """The file was written while the build went on: a download, an editor."""
    return InputError(
        "file-changed", "文件在读的过程中被改动了", "the file changed while it was read", where=name,
        remedy_zh="等下载或编辑结束后重新运行", remedy_en="wait until downloading or editing is done and run it again",
    )  # fmt: skip


def too_many_pages(name: str, pages: int, most: int) -> InputError:
    """A book, not a report."""
    return InputError(
        "file-too-large", f"PDF 有 {pages} 页，一份报告不会超过 {most} 页",
        f"the PDF has {pages} pages; no report has more than {most}", where=name,
        remedy_zh="把其中的报告分别另存为一份一个文件", remedy_en="save the reports in it as files of their own",
    )  # fmt: skip


def too_large(name: str, size: int, most: int) -> InputError:
    """More bytes than a report of this kind has."""
    return InputError(
        "file-too-large", f"文件有 {size / 1e6:.0f} MB，一份报告不会超过 {most // 1024 // 1024} MiB",
        f"the file has {size / 1e6:.0f} MB; no report has more than {most // 1024 // 1024} MiB", where=name,
        remedy_zh="把合并在一起的报告拆成一份一个文件", remedy_en="split it into one file a report",
    )  # fmt: skip


def binary(name: str) -> InputError:
    """Neither text nor a kind of document that is known."""
    return InputError(
        "file-binary", "这不是文本，也不是认得的文档格式", "this is neither text nor a known kind of document", where=name,
        remedy_zh="打开原文件，另存为 PDF、docx 或纯文本后再用",
        remedy_en="open the original and save it as PDF, docx or plain text",
    )  # fmt: skip


def encoding(name: str, at: int) -> InputError:
    """Bytes that are text in no encoding that reports come in."""
    return InputError(
        "file-encoding", f"既不是 UTF-8 也不是 GB18030 文本（第 {at} 字节）",
        f"neither UTF-8 nor GB18030 text (byte {at})", where=name,
        remedy_zh="用记事本另存为 UTF-8 文本", remedy_en="save it as UTF-8 text",
    )  # fmt: skip


def damaged(name: str, what: str, detail: str = "") -> InputError:
    """The file says what it is and then is not: cut off, or overwritten. ``what`` is its format, as people write it."""
    more = f"（{detail}）" if detail else ""
    return InputError(
        "file-damaged", f"{what} 文件已损坏或不完整{more}", f"the {what} file is damaged or incomplete"
        + (f" ({detail})" if detail else ""), where=name,
        remedy_zh="重新下载；能打开的话，另存一份再用", remedy_en="download it again, or open it and save a copy",
    )  # fmt: skip


def encrypted(name: str, what: str) -> InputError:
    """The file needs a password."""
    return InputError(
        "file-encrypted", f"{what} 文件有密码保护", f"the {what} file is protected by a password", where=name,
        remedy_zh="打开后取消密码，另存一份再用", remedy_en="open it, remove the password and save a copy",
    )  # fmt: skip


def no_text(name: str, what: str) -> InputError:
    """A document without a text layer: scanned pages."""
    return InputError(
        "file-no-text", f"{what} 里没有文字，只有图像（扫描件）", f"the {what} holds no text, only pictures (a scan)",
        where=name, remedy_zh="先做文字识别（OCR），保存成带文字的 PDF 或文本再用",
        remedy_en="run text recognition (OCR) on it and use the PDF or text that it gives",
    )  # fmt: skip


def only_navigation(name: str) -> InputError:
    """A page of links and labels in which no sentence stands."""
    return InputError(
        "page-without-text", "网页里没有正文，只有导航和链接", "the page holds no text, only navigation and links",
        where=name, remedy_zh="在浏览器里打开报告正文页，等内容显示完后再保存",
        remedy_en="open the page of the report itself in a browser, wait until it shows, and save it",
    )  # fmt: skip


def unsupported(name: str, what: str, zh: str, en: str) -> InputError:
    """A kind of file that is known and not read; ``zh``/``en`` say what to save it as."""
    return InputError(
        "format-unsupported", f"不读 {what} 文件", f"{what} files are not read", where=name, remedy_zh=zh, remedy_en=en
    )


def missing_program(name: str) -> InputError:
    """A Word file of before 2007, and no LibreOffice to read it with."""
    return InputError(
        "program-missing", "读 .doc、.rtf 要用 LibreOffice，本机没有安装", "reading .doc and .rtf takes LibreOffice, "
        "which is not installed", where=name,
        remedy_zh="安装 LibreOffice（libreoffice.org），或用 Word、WPS 另存为 .docx",
        remedy_en="install LibreOffice (libreoffice.org), or save the file as .docx in Word or WPS",
    )  # fmt: skip
