"""PDF files made by hand: every run of characters where the test wants it, in the order that the test wants."""


def pdf(*pages, title=""):
    """A PDF; a page is a list of runs (x, y, size, text) in the order of the file, on 595 by 842 points.

    Characters are one em wide, ASCII half of that. Their glyphs are not embedded; a ToUnicode table says what they are.
    """
    marks = sorted({mark for page in pages for *_, text in page for mark in text})
    cids = {mark: number for number, mark in enumerate(marks, start=1)}
    narrow = " ".join(f"{cids[mark]} [500]" for mark in marks if ord(mark) < 128)
    mapped = "\n".join(f"<{cids[mark]:04x}> <{mark.encode('utf-16-be').hex()}>" for mark in marks)
    cmap = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange {len(marks)} beginbfchar
{mapped}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"""
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{10 + 2 * n} 0 R' for n in range(len(pages)))}]>>",
        3: "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        4: "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor 5 0 R/DW 1000/W[{narrow}]>>",
        5: "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200"
        "/CapHeight 700/StemV 80>>",
        6: _stream(cmap),
        7: f"<</Title<feff{title.encode('utf-16-be').hex()}>>>",
    }
    for number, page in enumerate(pages):
        runs = "\n".join(
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{cids[mark]:04x}' for mark in text)}> Tj ET"
            for x, y, size, text in page
        )
        objects[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {11 + 2 * number} 0 R>>"
        )
        objects[11 + 2 * number] = _stream(runs)
    return _file(objects)


def _stream(words):
    return f"<</Length {len(words.encode())}>>\nstream\n{words}\nendstream"


def _file(objects):
    data, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    begin, last = len(data), max(objects)
    table = "".join(
        f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n"
        for number in range(last + 1)
    )
    end = f"xref\n0 {last + 1}\n{table}trailer\n<</Size {last + 1}/Root 1 0 R/Info 7 0 R>>\nstartxref\n{begin}\n%%EOF\n"
    return data + end.encode()
