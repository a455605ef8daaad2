"""Makes the document fonts from Liberation Serif 2 (Debian package fonts-liberation2).

Needs fonttools. Run in this folder: python3 subset.py [folder of the original fonts]
The licence reserves the name "Liberation" for unmodified fonts, so the subset is renamed.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/liberation2")
FAMILY = "Khong Cho Serif"
STYLES = ["Regular", "Bold", "Italic"]
CHARACTERS = [
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x1A0, 0x1A1),  # O with horn
    (0x1AF, 0x1B0),  # U with horn
    (0x218, 0x21B),  # Romanian letters
    (0x300, 0x304),  # combining marks of Vietnamese and its neighbours
    (0x306, 0x30C),
    (0x31B, 0x31B),
    (0x323, 0x323),
    (0x1E00, 0x1EFF),  # Latin Extended Additional: the Vietnamese letters with two marks
    (0x2010, 0x2015),  # dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x20AB, 0x20AC),  # dong, euro
    (0x2116, 0x2116),  # numero
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),  # the hollow square stands for what the font cannot show
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
]


def rename(font: TTFont, style: str) -> None:
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    names = {1: FAMILY, 3: f"{full} 1", 4: full, 6: full.replace(" ", "") + ("-Regular" if style == "Regular" else "")}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID not in (0, 2, 5, 13, 14):
            table.names.remove(record)


def main() -> None:
    for style in STYLES:
        font = TTFont(SOURCE / f"LiberationSerif-{style}.ttf")
        options = subset.Options()
        options.layout_features = ["kern", "mark", "ccmp", "locl"]
        options.hinting = False
        options.name_IDs = ["*"]
        options.notdef_outline = True
        options.recalc_timestamp = False
        worker = subset.Subsetter(options)
        worker.populate(unicodes=[c for low, high in CHARACTERS for c in range(low, high + 1)])
        worker.subset(font)
        rename(font, style)
        font.save(f"KhongChoSerif-{style}.ttf")


main()
