"""The Markdown of content files: a little of it, and always safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.content import markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("**Weight**", "<p><strong>Weight</strong></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("[law](https://law.example/)", '<p><a href="https://law.example/">law</a></p>'),
        ("**So** [says](https://law.example/)", '<p><strong>So</strong> <a href="https://law.example/">says</a></p>'),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("# no heading", "<p># no heading</p>"),
    ],
)
def test_paragraphs_bold_lists_and_links_are_all_it_knows(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="a()">'])
def test_nothing_that_runs_gets_through(text: str) -> None:
    html = markdown(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


@given(st.text(max_size=300))
def test_only_the_known_tags_ever_come_out(text: str) -> None:
    html = markdown(text)
    known = ("p", "/p", "strong", "/strong", "ul", "/ul", "ol", "/ol", "ol start", "li", "/li", "a", "/a")
    for part in html.split("<")[1:]:
        name = part.split(">")[0]
        assert name in known or name.startswith("a href=")
