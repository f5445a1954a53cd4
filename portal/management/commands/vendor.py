"""Takes the design system and the scripts of others into static/vendor, from npm's archives."""

import hashlib
import json
import re
import shutil
import tarfile
from argparse import ArgumentParser
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

VENDOR = settings.BASE_DIR / "static" / "vendor"
# What is taken from each package, and the licences that must travel along.
TAKEN = {
    "dkfds": (
        "dist/LICENSE.md",
        "dist/css/dkfds.min.css",
        "dist/img/all-svg-icons.svg",
        "dist/img/svg-icons/*.svg",
        "dist/fonts/IBMPlexSans/split/woff2/license.txt",
        "dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2",
        "dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Italic-Latin1.woff2",
        "dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2",
        "dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Bold-Latin1.woff2",
    ),
    "idiomorph": ("LICENSE", "dist/idiomorph-ext.min.js"),
}
LICENCES = {
    "dkfds": "MIT; fonts SIL OFL 1.1 (Reserved Font Name Plex); icons Apache-2.0",
    "idiomorph": "0BSD",
}
WEIGHTS = {"Regular": (400, "normal"), "Italic": (400, "italic")} | {
    "SemiBold": (600, "normal"),
    "Bold": (700, "normal"),
}
# The letters of the files named Latin1; all others come from the machine's own fonts.
LATIN1 = "U+0000,U+000D,U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC"
LATIN1 += ",U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2039-203A"
LATIN1 += ",U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02"
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
SOURCE_MAP = re.compile(r"\n?/[/*]# sourceMappingURL=[^\n*]*(\*/)?\n?")
PLACEHOLDER = re.compile(r"url\(\.\./img/logo-[a-z-]*\.png\)")


class Command(BaseCommand):
    """``make vendor`` packs the archives and calls this; nothing of npm is needed at run time."""

    help = "Henter designsystemet og scripts ind i static/vendor fra npm-arkiver."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="mappen med arkiverne (.tgz)")

    def handle(self, *, folder: Path, **_: Any) -> None:
        for archive in sorted(folder.glob("*.tgz")):
            name = _take(archive)
            self.stdout.write(f"{name}: {VENDOR / name}")


def _take(archive: Path) -> str:
    """Copy what is taken from one archive, and note what it was; returns the package's name."""
    files = dict(_files(archive))
    described = json.loads(files["package.json"])
    name = described["name"]
    target = VENDOR / name
    shutil.rmtree(target, ignore_errors=True)
    for path, content in files.items():
        if any(fnmatchcase(path, pattern) for pattern in TAKEN[name]):
            _write(target / path.removeprefix("dist/"), content)
    _describe(target, name=name, version=described["version"])
    return name


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The files in an archive of npm by their path in the package, and what is in them.

    Nothing is unpacked: a path that leads astray leads nowhere.
    """
    with tarfile.open(archive) as packed:
        for member in packed:
            if file := packed.extractfile(member):
                yield member.name.removeprefix("package/"), file.read()


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix not in {".css", ".js"}:
        target.write_bytes(content)
        return
    text = SOURCE_MAP.sub("", content.decode())
    target.write_text(_lean(text) if target.suffix == ".css" else text)


def _lean(css: str) -> str:
    """The style sheet with the few fonts we use, and without the logo of others."""
    faces = "".join(
        f"@font-face{{font-display:swap;font-family:IBM Plex Sans;font-style:{style};"
        f"font-weight:{weight};src:url(../fonts/IBMPlexSans/split/woff2/IBMPlexSans-{cut}"
        f'-Latin1.woff2) format("woff2");unicode-range:{LATIN1}}}'
        for cut, (weight, style) in WEIGHTS.items()
    )
    return faces + PLACEHOLDER.sub("none", FONT_FACE.sub("", css))


def _describe(target: Path, *, name: str, version: str) -> None:
    """Write VENDOR.json: the version, the licence and the hash of every file."""
    files = sorted(file for file in target.rglob("*") if file.is_file())
    told = {
        "name": name,
        "version": version,
        "licence": LICENCES[name],
        "sha256": {
            file.relative_to(target).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in files
        },
    }
    (target / "VENDOR.json").write_text(json.dumps(told, indent=2) + "\n")
