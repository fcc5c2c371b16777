"""`parallax add`: what is written, what is refused, what the editor is told."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.desk.add import locked
from generator.desk.article_file import file_name, file_text, slug, write_new
from generator.desk.copies import Shelf, page_key
from generator.desk.found import Found
from generator.desk.new import sample_files
from tests.desk.sample_text import PARAGRAPHS, TEXT, page


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return tmp_path / "content"


def add(content: Path, *sources: Path | str, options: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(main, ["add", *map(str, sources), "--content", str(content), *options])


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def names(content: Path) -> list[str]:
    return sorted(path.name for path in (content / "articles").iterdir())


HEAD = (
    '<title>Pool to close</title><meta property="og:site_name" content="Harbour Gazette">'
    '<link rel="canonical" href="https://gazette.example/pool?utm_source=x">'
)


def test_writes_front_matter_and_text(content: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "saved.html", page(HEAD).decode())
    result = add(content, source)
    assert result.exit_code == 0, result.output
    text = (content / "articles" / "harbour-gazette-pool-to-close.md").read_text("utf-8")
    _, matter, body = text.split("---\n", 2)
    assert yaml.safe_load(matter) == {
        "title": "Pool to close",
        "outlet": "Harbour Gazette",
        "url": "https://gazette.example/pool?utm_source=x",
    }
    assert "# not stated by the source: byline, published, language" in matter
    assert body.strip() == TEXT


def test_shows_what_it_understood(content: Path, tmp_path: Path) -> None:
    output = add(content, written(tmp_path / "saved.html", page(HEAD).decode())).output
    for words in ("articles/harbour-gazette-pool-to-close.md", "Harbour Gazette", "not stated byline", "1 added"):
        assert words in output


def test_one_bad_file_never_stops_the_rest(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder / "a.jpg", "x")
    written(folder / "b.txt", TEXT)
    written(folder / "c.html", "")
    result = add(content, folder, "nowhere.txt")
    assert result.exit_code == 1
    assert names(content) == ["b.md"]
    assert "Not added (3)" in result.output
    for name in ("a.jpg", "c.html", "nowhere.txt"):
        assert f"{name}: " in result.output


def test_same_address_is_refused(content: Path, tmp_path: Path) -> None:
    add(content, written(tmp_path / "one.html", page(HEAD).decode()))
    other = page(
        HEAD.replace("utm_source=x", "utm_medium=y#top"), extra="<p>A word on swimming and on the sea.</p>" * 9
    )
    result = add(content, written(tmp_path / "two.html", other.decode()))
    assert result.exit_code == 1
    assert "the same address as articles/harbour-gazette-pool-to-close.md" in result.output
    assert len(names(content)) == 1


def test_nearly_the_same_text_is_refused(content: Path, tmp_path: Path) -> None:
    long_text = " ".join(f"{TEXT} Part {number} of the debate took hours." for number in range(8))
    one = written(tmp_path / "one.txt", long_text)
    two = written(tmp_path / "two.txt", long_text.upper() + " Photo: town archive.")
    result = add(content, one, two)
    assert "the same text as" in result.output
    assert names(content) == ["one.md"]


def test_a_copy_is_kept_on_request_but_not_the_same_address(content: Path, tmp_path: Path) -> None:
    one = written(tmp_path / "one.txt", TEXT)
    two = written(tmp_path / "two.md", f"---\nurl: https://gazette.example/a\n---\n{TEXT}")
    three = written(tmp_path / "three.md", f"---\nurl: http://www.gazette.example/a/\n---\n{TEXT}")
    result = add(content, one, two, three, options=("--keep-copies",))
    assert names(content) == ["one.md", "two.md"]
    assert "the same address" in result.output


def test_different_reports_of_one_thing_are_both_taken(content: Path, tmp_path: Path) -> None:
    one = written(tmp_path / "one.txt", TEXT)
    two = written(
        tmp_path / "two.txt", f"{PARAGRAPHS[0]} The opposition left the hall before the vote was taken late at night."
    )
    assert add(content, one, two).exit_code == 0


@pytest.mark.parametrize("title", ["../../etc/passwd", "/abs", "..", "a/b\\c", "\u202egnp.exe", "x" * 10_000, "記事"])
def test_never_writes_elsewhere(content: Path, tmp_path: Path, title: str) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    source = written(tmp_path / "a.md", f"---\ntitle: {title!r}\n---\n{TEXT}")
    assert add(content, source).exit_code == 0
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before - {source}
    assert [path.parent for path in new] == [content / "articles"]
    assert len(next(iter(new)).name) < 80


def test_existing_files_are_never_replaced(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside", "precious")
    (tmp_path / "a.md").symlink_to(outside)
    assert write_new(tmp_path, "a", "x").name == "a-2.md"
    assert outside.read_text() == "precious"


def test_hostile_text_does_not_reach_the_terminal_as_control(content: Path, tmp_path: Path) -> None:
    result = add(content, written(tmp_path / "a.md", f"---\ntitle: '[red]\\x1b[2J'\n---\n# \x1b[2J\n{TEXT}"))
    assert "\x1b" not in result.output
    assert "[red]" in result.output


def test_half_characters_are_dropped(content: Path, tmp_path: Path) -> None:
    row = json.dumps({"title": "Half \ud800 a \uffff character", "text": f"{TEXT} \udc00"})
    assert add(content, written(tmp_path / "a.jsonl", row)).exit_code == 0
    assert (
        (content / "articles" / "half-a-character.md").read_text("utf-8").startswith("---\ntitle: Half a character\n")
    )


def test_many_that_are_refused_for_one_reason_are_counted(content: Path, tmp_path: Path) -> None:
    for number in range(30):
        written(tmp_path / f"{number:02}.conf", TEXT)
    said = add(content, tmp_path).output
    assert "00.conf" in said
    assert "09.conf" not in said
    assert "… and 28 more for the same reason" in said
    assert "0 added, 30 not added." in said


def test_samples_that_are_left_are_named(content: Path, tmp_path: Path) -> None:
    (sample,) = [name for name in sample_files() if "radio" in name]
    written(content / sample, TEXT.replace("pool", "mill"))
    source = written(tmp_path / "a.md", f"# Another\n\n{PARAGRAPHS[1]} {PARAGRAPHS[1][:60].upper()}")
    assert f"Delete the invented samples when you like: {sample}." in add(content, source).output


def test_needs_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["add", "x.html"])
    assert result.exit_code == 1
    assert "parallax new" in result.output


def test_unstated_fields_are_named_in_the_file() -> None:
    text = file_text(Found(origin="a.txt", text="Text."))
    assert text == "---\n# not stated by the source: title, outlet, byline, published, url, language\n---\n\nText.\n"


def test_front_matter_is_plain_yaml() -> None:
    title = 'A: "b" # c\u2028d & [e] *f'
    matter = file_text(Found(origin="a", text="t", title=title)).split("---\n")[1]
    assert yaml.safe_load(matter) == {"title": title}


def test_names() -> None:
    assert slug("Ça va? The mayor’s “plan”") == "ca-va-the-mayors-plan"
    assert file_name(Found(origin="https://x.example/news/story.html", text="t")) == "story"
    assert file_name(Found(origin="x", text="t", outlet="Gazette", title="word " * 40)).endswith("word")


def test_page_keys() -> None:
    key = page_key("https://www.gazette.example/a/?utm_source=x&id=1#top")
    assert key == page_key("http://gazette.example/a?id=1")
    assert key != page_key("http://gazette.example/a?id=2")
    assert page_key("http://[") == "http://["


def test_a_text_without_words_is_no_copy() -> None:
    shelf = Shelf()
    shelf.add("a", url=None, text="…")
    assert shelf.copy_of(url=None, text="…") is None


def test_a_full_disk_leaves_no_half_article(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = add(content, written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "cannot be written: No space left on device." in result.output
    assert list((content / "articles").iterdir()) == []


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(content: Path, tmp_path: Path) -> None:
    (content / "articles").rmdir()
    (content / "articles").write_text("a file in the folder's place")
    result = add(content, written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "Nothing can be written here: File exists." in result.output


def test_two_at_once_do_not_take_everything_twice(content: Path, tmp_path: Path) -> None:
    with locked(content / "articles"):
        result = add(content, written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "Another `parallax add` is at work here" in result.output
    assert names(content) == []
    assert add(content, tmp_path / "a.txt").exit_code == 0


@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
def test_only_the_editors_hand_lets_all_be_shown(content: Path, tmp_path: Path, name: str) -> None:
    text = f"---\nrights: full\n---\n{TEXT}" if name == "a.md" else json.dumps({"rights": "full", "text": TEXT})
    result = add(content, written(tmp_path / name, text))
    assert "rights:" not in (content / "articles" / "a.md").read_text("utf-8")
    assert "yours to say" in result.output


def test_a_source_may_say_that_nothing_is_shown(content: Path, tmp_path: Path) -> None:
    add(content, written(tmp_path / "a.md", f"---\nrights: withheld\n---\n{TEXT}"))
    assert "rights: withheld" in (content / "articles" / "a.md").read_text("utf-8")
