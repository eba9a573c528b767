"""Writes the glyph outlines that specimens are lettered with, so that drawing needs no installed font.

Run once, on Debian, from the repository's root (the JSON it writes is committed):

    apt-get install -y --no-install-recommends python3-fonttools python3-brotli fonts-ocr-b
    /usr/bin/python3 specimens/glyphs/extract-outlines.py

Sources and licences are in README.md beside this file.
"""

import json
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

here = Path(__file__).parent
inter = here.parents[1] / "node_modules/@fontsource-variable/inter/files"
mrz = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
ascii_printable = "".join(chr(code) for code in range(0x20, 0x7F))
marked = "ÄÅÆÉÖØÜßäåæéöøüĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž·–№"


def outlines(fonts, characters):
    """Advance and path of each character in thousandths of an em, y down, the baseline at 0."""
    glyphs = {}
    for character in characters:
        font = next((font for font in fonts if ord(character) in font.getBestCmap()), None)
        if font is None:
            continue
        scale = 1000 / font["head"].unitsPerEm
        glyph_set = font.getGlyphSet()
        name = font.getBestCmap()[ord(character)]
        pen = SVGPathPen(glyph_set, ntos=lambda number: str(round(number)))
        glyph_set[name].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
        glyphs[character] = [round(glyph_set[name].width * scale), pen.getCommands()]
    return glyphs


def write(name, glyphs):
    (here / f"{name}.json").write_text(json.dumps(glyphs, ensure_ascii=False, indent=0) + "\n")


def inter_at(weight):
    files = [inter / f"inter-{subset}-wght-normal.woff2" for subset in ("latin", "latin-ext")]
    return [instancer.instantiateVariableFont(TTFont(file), {"wght": weight}) for file in files]


write("ocr-b", outlines([TTFont("/usr/share/fonts/opentype/ocr-b/OCRB.otf")], mrz))
write("sans", outlines(inter_at(440), ascii_printable + marked))
write("sans-bold", outlines(inter_at(680), ascii_printable + marked))
