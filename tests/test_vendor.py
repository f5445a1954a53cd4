"""What is taken from others: as it was taken, with its licence, and complete."""

import hashlib
import json
import re
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from portal.management.commands import vendor

PACKAGES = sorted(path for path in vendor.VENDOR.iterdir() if path.is_dir())
SHEETS = sorted((settings.BASE_DIR / "static").rglob("*.css"))
REFERENCE = re.compile(r"url\([\"']?([^\"')]+)[\"']?\)")
# Formats that no browser of today needs, and what leads to the sources of others.
UNWANTED = {".eot", ".ttf", ".woff", ".map"}


def files_of(package: Path) -> list[Path]:
    return [path for path in package.rglob("*") if path.is_file() and path.name != "VENDOR.json"]


def told_of(package: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((package / "VENDOR.json").read_text())
    return told


def named(path: Path) -> str:
    return path.name


def test_the_packages_are_those_that_are_fetched():
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    (packed,) = re.findall(r"^PACKED := (.*)$", makefile, re.MULTILINE)

    assert packed.split() == [
        f"{told['name']}@{told['version']}" for told in map(told_of, PACKAGES)
    ]


@pytest.mark.parametrize("package", PACKAGES, ids=named)
def test_every_file_is_as_it_was_taken(package):
    hashes = {
        path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_of(package)
    }

    assert hashes == told_of(package)["sha256"]


@pytest.mark.parametrize("package", PACKAGES, ids=named)
def test_the_licences_travel_along(package):
    licences = [path for path in files_of(package) if "licens" in path.name.lower()]

    assert told_of(package)["licence"]
    assert licences
    for folder in {path.parent for path in files_of(package) if path.suffix == ".woff2"}:
        assert any(path.parent == folder for path in licences)


@pytest.mark.parametrize("package", PACKAGES, ids=named)
def test_nothing_is_kept_that_nobody_needs(package):
    for path in files_of(package):
        assert path.suffix not in UNWANTED
        if path.suffix in {".css", ".js"}:
            assert "sourceMappingURL" not in path.read_text()


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_style_sheet_refers_only_to_files_of_ours(sheet):
    for reference in REFERENCE.findall(sheet.read_text()):
        assert (sheet.parent / reference.split("#")[0]).is_file(), reference


def test_fetching_again_gives_the_same_bytes(tmp_path, monkeypatch):
    for package in PACKAGES:
        pack(package, tmp_path / f"{package.name}.tgz")
    monkeypatch.setattr(vendor, "VENDOR", tmp_path / "vendor")
    for _ in range(2):
        call_command("vendor", str(tmp_path), verbosity=0)

        for package in PACKAGES:
            assert told_of(tmp_path / "vendor" / package.name) == told_of(package)


def pack(package: Path, archive: Path) -> None:
    """What was taken from a package, in an archive as npm packs them."""
    described = archive.with_suffix(".json")
    described.write_text(json.dumps(told_of(package)))
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(described, "package/package.json")
        for pattern in vendor.TAKEN[package.name]:
            folder = "package/dist/" if pattern.startswith("dist/") else "package/"
            for file in package.glob(pattern.removeprefix("dist/")):
                packed.add(file, folder + file.relative_to(package).as_posix())
