from dash import html
from markupsafe import Markup

from layouts.markup import markup


def test_text_is_escaped():
    assert markup("a < b & c") == "a &lt; b &amp; c"


def test_attributes_are_escaped_and_named_as_in_html():
    link = html.A("x", href='/?a="1"&b', className="to", tabIndex=0, **{"aria-label": "y"})
    assert markup(link) == (
        '<a class="to" href="/?a=&quot;1&quot;&amp;b" tabindex="0" aria-label="y">x</a>'
    )


def test_a_style_is_written_as_css():
    bar = html.Span(style={"backgroundColor": "#fff", "flexGrow": 2.5})
    assert markup(bar) == '<span style="background-color:#fff;flex-grow:2.5"></span>'


def test_lists_nest_and_nothing_is_empty():
    rows = html.Ul([html.Li(["a", None, [html.B("c")]]), html.Li(0)])
    assert markup(rows) == "<ul><li>a<b>c</b></li><li>0</li></ul>"


def test_a_picture_has_no_end():
    assert markup(html.Img(src="x", alt="")) == '<img alt="" src="x">'


def test_what_is_true_stands_alone_and_what_is_not_is_left_out():
    assert markup(html.P(hidden=True)) == "<p hidden></p>"
    assert markup(html.P(hidden=False)) == "<p></p>"


def test_a_drawing_stands_as_it_is():
    assert markup(html.Div(Markup("<svg></svg>"))) == "<div><svg></svg></div>"
