"""The report as a file for paper: tagged, in its language, with numbers of pages that are right."""

import io
import re
from contextlib import redirect_stderr
from functools import cache

import pytest
from pypdf import PdfReader

from app import create_app
from callbacks import paper as sent_paper
from callbacks import reports
from callbacks.report import document
from callbacks.reports import write
from data.edition import current_edition
from data.report import outline
from geo.areas import area
from layouts.document import written
from layouts.language import DEFAULT, languages, text
from layouts.paths import REPORT, Asked
from sending import paper
from sending.paper import BusyError, PaperError
from settings import Settings
from tests.tracing import untraced

CODE = "2403"
SITE = "https://example.org"


@pytest.fixture(scope="module")
def client():
    return create_app(Settings()).server.test_client()


@pytest.fixture(autouse=True)
def nothing_kept():
    sent_paper.KEPT.clear()


def refuse(fault):
    def pdf(page, site):
        raise fault

    return pdf


def unwatched(job):
    """In a process of its own, of which nobody is told what it reached."""
    with untraced():
        write(job)


@pytest.fixture(scope="module")
def commanded(tmp_path_factory):
    """The folder that the command has written the smallest report to, and what it said."""
    folder, said = tmp_path_factory.mktemp("commanded"), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stderr(said):
        patched.setattr(reports, "write", unwatched)
        reports.main([str(folder), "--processes", "2", "--site", SITE, "--only", CODE])
    return folder, said.getvalue()


@pytest.fixture(scope="module", params=languages())
def made(request):
    """The PDF of the smallest report, in each language; that of the default by the command."""
    if request.param == DEFAULT:
        [file] = request.getfixturevalue("commanded")[0].glob(f"*-{CODE}-*.pdf")
        return request.param, *contents(file.read_bytes())
    asked = Asked(REPORT, request.param, area(CODE))
    made = paper.written(written(document(asked), asked, SITE), SITE)
    return request.param, *contents(made)


@cache
def contents(made):
    """A file read, and the text of its pages, which takes a second."""
    pdf = PdfReader(io.BytesIO(made))
    return pdf, [page.extract_text() for page in pdf.pages]


def test_it_is_tagged_and_says_its_language_and_title(made):
    language, pdf, _ = made
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == language
    assert pdf.metadata.title == text(language, "report_title", area="Bjurholm")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_pictures_are_told_in_words_and_tables_have_heads(made):
    _, pdf, _ = made
    kinds = {}
    for each in tagged(pdf.trailer["/Root"]["/StructTreeRoot"]):
        kinds.setdefault(each.get("/S"), []).append(each)
    assert kinds["/Figure"]
    assert all(str(each.get("/Alt", "")).strip() for each in kinds["/Figure"])
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/L"} <= set(kinds)


def tagged(element):
    """Every element of the structure below one."""
    inside = element.get("/K", [])
    for each in inside if isinstance(inside, list) else [inside]:
        found = each.get_object()
        if hasattr(found, "get"):
            yield found
            yield from tagged(found)


def elements(one):
    """Every element of the structure below one, with its parent."""
    children = one.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(found, dict) and "/S" in found:
            yield found, one
            yield from elements(found)


def test_no_table_holds_another_and_every_head_says_of_what_it_is(made):
    _, pdf, _ = made
    found = list(elements(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()))
    tables = [(one, around) for one, around in found if one["/S"] == "/Table"]
    heads = [one for one, _ in found if one["/S"] == "/TH"]
    assert len(tables) > 10
    assert not [one for one, around in tables if around["/S"] == "/Table"]
    assert sum(one["/S"] == "/Caption" for one, _ in found) >= len(tables)
    assert {one["/A"]["/Scope"] for one in heads} == {"/Column", "/Row"}


def test_the_contents_name_the_pages_that_chapters_begin_on(made):
    language, _, pages = made
    for number, id_ in enumerate(outline().chapters, start=1):
        title = f"{number}. {text(language, f'chapter_{id_}')}"
        told = re.search(rf"{re.escape(title)}[ .]+(\d+)", pages[1])
        assert told, title
        assert pages[int(told.group(1)) - 1].lstrip().startswith(title)


def test_every_page_but_the_cover_has_its_number(made):
    _, _, pages = made
    for number, page in enumerate(pages, start=1):
        assert (f"{number} ({len(pages)})" in page) == (number > 1)


def test_letters_are_of_the_sites_own_typeface(made):
    _, pdf, _ = made
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert any("Source-Sans" in font for font in fonts)


@pytest.mark.parametrize("language", languages())
def test_links_lead_to_the_site(made, language):
    _, pdf, _ = made
    addresses = [
        note.get_object()["/A"]["/URI"]
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert addresses
    assert all(address.startswith("https://example.org/") for address in addresses)


def test_it_is_sent_as_a_file_with_a_name_and_kept(client, monkeypatch):
    asked = []
    monkeypatch.setattr(paper, "pdf", lambda page, site: asked.append(site) or b"%PDF-1.7")
    for _ in range(2):
        answer = client.get("/sv/kartlaggning/0181.pdf")
        assert (answer.status_code, answer.data) == (200, b"%PDF-1.7")
    assert len(asked) == 1
    assert answer.content_type == "application/pdf"
    named = answer.headers["Content-Disposition"]
    assert re.search(r'attachment; filename="kartlaggning-0181-sodertalje-[\w-]+\.pdf"', named)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("fault", "key"),
    [(PaperError("WeasyPrint needs Pango."), "pdf_missing"), (BusyError("Later."), "pdf_busy")],
)
def test_where_none_can_be_made_the_page_says_so_and_how_to_print(
    client, monkeypatch, language, fault, key
):
    monkeypatch.setattr(paper, "pdf", refuse(fault))
    answer = client.get(f"/{language}/{'kartlaggning' if language == 'sv' else 'mapping'}/0181.pdf")
    assert answer.status_code == 503
    assert text(language, key) in answer.text
    assert text(language, "pdf_print", area="Södertälje") in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize("code", ["9999", "14", "0181R001", "..", "0181x"])
def test_what_is_no_municipality_has_no_file(client, code):
    assert client.get(f"/sv/kartlaggning/{code}.pdf").status_code == 404


def test_one_is_made_at_a_time():
    with paper.MAKING, pytest.raises(BusyError):
        paper.pdf("<p>", "/")


def test_without_its_system_library_the_error_names_it_and_the_remedy(monkeypatch):
    import builtins

    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PaperError, match="apt-get install libpango"):
        paper.written("<p>", "/")


def test_a_process_that_fails_gives_its_last_words(monkeypatch):
    monkeypatch.setattr(paper.sys, "executable", "/bin/false")
    with pytest.raises(PaperError, match="could not be made"):
        paper.pdf("<p>", "/")


@pytest.mark.parametrize(
    "url",
    ["https://elsewhere.example/x.css", "/etc/passwd", "/assets/../app.py", "/assets/none.css"],
)
def test_nothing_but_our_own_files_is_read(url):
    with pytest.raises(PaperError):
        paper.asset(url)


def test_the_command_writes_a_file_a_municipality(tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "written", lambda page, site: page[:15].encode())
    reports.write((tmp_path, area("0181"), "sv", ""))
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("kartlaggning-0181-sodertalje-")
    assert file.read_bytes() == b"<!DOCTYPE html>"


def test_the_command_makes_real_files_and_goes_on_where_it_was_broken_off(
    commanded, monkeypatch, capfd
):
    folder, said_before = commanded
    assert "1/1" in said_before
    [first] = folder.iterdir()
    written = first.read_bytes()
    monkeypatch.setattr(reports, "write", unwatched)
    reports.main([str(folder), "--processes", "2", "--only", CODE, "2583"])
    said = capfd.readouterr()
    assert "1 of 2 are in" in said.out
    assert "1/1" in said.err
    assert first.read_bytes() == written
    assert len(list(folder.iterdir())) == 2
    for code, name in ((CODE, "Bjurholm"), ("2583", "Haparanda")):
        [file] = folder.glob(f"kartlaggning-{code}-*.pdf")
        _, pages = contents(file.read_bytes())
        assert len(pages) >= 6
        assert name in pages[0]
        assert current_edition().id in " ".join(pages)


def test_the_command_refuses_what_is_no_municipality(tmp_path, capsys):
    with pytest.raises(SystemExit):
        reports.main([str(tmp_path), "--only", "9999"])
    assert "9999" in capsys.readouterr().err
