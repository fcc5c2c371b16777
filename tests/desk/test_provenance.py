"""A new site installs the Parallax it was made with: from an index, a repository, a file, or a wheel of its own."""

import hashlib
import os
import subprocess
import sys
import sysconfig
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from generator.desk.new import site_files
from generator.desk.provenance import installed_with, of_origin, packed_wheel, provenance, requirements_text

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        ({}, "parallax-explainer==0.1.0"),
        (
            {"url": "https://github.com/a/b.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"parallax-explainer @ git+https://github.com/a/b.git@{COMMIT}",
        ),
        (
            {"url": "https://a.example/p.whl", "archive_info": {"hashes": {"sha256": "00ff"}}},
            "parallax-explainer @ https://a.example/p.whl#sha256=00ff",
        ),
        ({"url": "file:///a/p.whl", "archive_info": {}}, "./wheels/parallax_explainer-0.1.0-py3-none-any.whl"),
        (
            {"url": "file:///a", "dir_info": {"editable": True}},
            "./wheels/parallax_explainer-0.1.0-py3-none-any.whl",
        ),
    ],
)
def test_the_line_that_installs_it(origin: dict[str, object], line: str) -> None:
    assert of_origin(origin, "0.1.0").requirement == line


def test_every_library_is_pinned() -> None:
    names = dict(installed_with("parallax-explainer"))
    assert {"mkdocs", "spacy", "mkdocs-material", "jinja2", "markupsafe"} <= set(names)
    assert "pytest" not in names
    text = requirements_text(provenance())
    assert f"mkdocs=={names['mkdocs']}" in text.replace(" \\", "").splitlines()
    assert "VERSION" in text or "parallax-explainer==" in text


def lock(*names: str) -> str:
    return "".join(f"{name} \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n" for name in names)


@pytest.fixture
def pins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.desk.provenance.installed_with", lambda _: [("babel", "2.1"), ("yarl", "1.0")])


def test_a_wheel_that_comes_along_is_installed_by_digests_alone(
    pins: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "generator" / "desk").mkdir(parents=True)
    path = tmp_path / "generator" / "desk" / "requirements.lock"
    monkeypatch.setattr("generator.desk.provenance.resources.files", lambda _: tmp_path / "generator")
    wheel = of_origin({"url": "file:///a", "dir_info": {}}, "0.1.0")
    path.write_text(lock("babel==2.1", "colorama==1.2 ; sys_platform == 'win32'", "hatchling==3", "yarl==1.0"))
    text = requirements_text(wheel)
    required = [line for line in text.splitlines() if line[:1] not in " #"]
    assert [line.split()[0] for line in required if line] == [
        wheel.requirement,
        "babel==2.1",
        "colorama==1.2",
        "yarl==1.0",
    ]
    assert text.count("--hash=sha256:") == 7
    assert f"--hash=sha256:{hashlib.sha256(packed_wheel()).hexdigest()}" in text
    path.write_text(lock("babel==2.1", "yarl==1.1"))
    assert "--hash" not in requirements_text(wheel)


def test_what_has_no_digest_states_none(pins: None) -> None:
    assert "--hash" not in requirements_text(of_origin({}, "0.1.0"))


def test_the_wheel_is_whole_and_always_the_same() -> None:
    wheel = packed_wheel()
    assert wheel == packed_wheel()
    with zipfile.ZipFile(BytesIO(wheel)) as files:
        names = set(files.namelist())
    assert {
        "generator/plugin/__init__.py",
        "generator/desk/scaffold/mkdocs.yml",
        "generator/site/theme/main.html",
    } <= names
    assert not [name for name in names if "__pycache__" in name]


@pytest.mark.site
def test_the_workflow_runs_in_an_environment_without_the_checkout(tmp_path: Path) -> None:
    """The steps of the workflow that one machine can run, in order, with what requirements.txt names.

    The libraries are borrowed from the environment of the tests: they come from an index, which no test asks.
    """
    packages = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(packages)], check=True)
    python = packages / "bin" / "python"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    own = packages / "lib" / version / "site-packages"
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "SITE_URL"}}
    environment["PATH"] = f"{packages / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment["PARALLAX_CACHE"] = str(tmp_path / "cache")

    site = tmp_path / "site"
    made = subprocess.run(
        [sys.executable, "-m", "generator.cli", "new", str(site)], check=False, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    first = next(line for line in (site / "requirements.txt").read_text().splitlines() if line[:1] not in "#").split()[
        0
    ]
    assert (site / first).is_file()
    with zipfile.ZipFile(site / first) as wheel:
        wheel.extractall(own)
    for name in ("parallax", "mkdocs"):
        module = {"parallax": "generator.cli", "mkdocs": "mkdocs"}[name]
        script = packages / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{python}" -m {module} "$@"\n')
        script.chmod(0o755)
    (own / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")

    where = subprocess.run(
        [str(python), "-c", "import generator; print(generator.__file__)"],
        env=environment, cwd=site, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(own))
    workflow = yaml.safe_load(site_files("x")[".github/workflows/pages.yml"])
    commands = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert commands[0] == "pip install -r requirements.txt"
    for command in commands[1:]:
        run = ["/bin/sh", "-c", command]
        ran = subprocess.run(run, env=environment, cwd=site, check=False, capture_output=True, text=True)
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
    assert (site / "site" / "index.html").is_file()
    assert "placeholder" in ran.stdout + ran.stderr
