from generator.matching.compared import MOST, compared, left_out
from generator.model.text import Article


def article(number: int, outlet: str) -> Article:
    day = f"2031-05-{number % 28 + 1:02d}"
    return Article(id=f"a{number:03d}", path=f"a{number:03d}.md", body="", outlet=outlet, published=day)


def test_all_of_a_few_are_compared() -> None:
    articles = [article(n, "Post") for n in range(MOST)]
    assert compared(articles) == tuple(a.id for a in articles)
    assert left_out(articles) == 0


def test_of_many_each_outlet_has_its_turn() -> None:
    articles = [article(n, "Post" if n < 100 else f"Outlet {n}") for n in range(130)]
    chosen = compared(articles)
    assert len(chosen) == MOST
    assert {a.id for a in articles[100:]} <= set(chosen)
    assert chosen == tuple(sorted(chosen))
    assert left_out(articles) == 130 - MOST
