"""Which fonts a sheet of paper needs: ours, and one for each other script on it.

Each has a folder under `templates/paper/scripts/fonts`, read only where it is used.
"""

import re
from functools import cache

import typst
from django.conf import settings

SHEETS = settings.BASE_DIR / "templates" / "paper"
#: By folder: letters that our own fonts and Typst’s own do not have. Typst’s has Greek,
#: Cyrillic, Hebrew, and Latin as far as Vietnamese and Yoruba.
_SCRIPTS = {
    "arabic": "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]",
    "devanagari": "[\u0900-\u097f]",
    "bengali": "[\u0980-\u09ff]",
    "gurmukhi": "[\u0a00-\u0a7f]",
    "gujarati": "[\u0a80-\u0aff]",
    "tamil": "[\u0b80-\u0bff]",
    "chinese": "[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff5f]",
}
_FOUND = {name: re.compile(letters) for name, letters in _SCRIPTS.items()}


def fonts_for(text: str, *, and_of_this_machine: bool = False) -> typst.Fonts:
    """Our fonts, and those of the scripts in the text.

    `and_of_this_machine`: for what none of them has, such as a smile.
    """
    scripts = tuple(name for name, letters in _FOUND.items() if letters.search(text))
    return _fonts(scripts, and_of_this_machine)


@cache
def _fonts(scripts: tuple[str, ...], and_of_this_machine: bool) -> typst.Fonts:
    folders = [
        SHEETS / "fonts",
        *(SHEETS / "scripts" / "fonts" / name for name in scripts),
    ]
    return typst.Fonts(
        include_system_fonts=and_of_this_machine, font_paths=[*map(str, folders)]
    )
