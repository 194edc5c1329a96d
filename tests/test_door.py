"""Whatever is posted to the callbacks: what no page sends is refused before any code of ours runs."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from callbacks import answers
from callbacks.door import CALLBACK_PATH, LONGEST_VALUE, outputs
from settings import Settings

JSON = "application/json"
SURROGATES = st.text(st.characters(codec=None, categories=["Cs", "L", "N", "P", "Cc"]), max_size=40)
# Addresses, right or wrong, with whatever a text can hold.
TEXTS = st.none() | SURROGATES | SURROGATES.map(lambda odd: f"/sv/?area=1480&indicator={odd}")
OTHERS = (
    st.booleans() | st.integers() | st.floats() | st.just("x" * (LONGEST_VALUE + 1))
    | st.lists(st.none(), max_size=2) | st.dictionaries(st.text(max_size=3), st.text(max_size=3))
)  # fmt: skip
# Ids as pages with patterns in them would have; ours have none.
PATTERNS = ({"type": "x", "index": ["ALL"]}, '{"index":["ALL"],"type":"x"}', ["ALL"], None, 7, "")


@pytest.fixture(scope="module")
def ran():
    """Which of our code ran for the question asked last."""
    return []


@pytest.fixture(scope="module")
def app(tmp_path_factory, ran):
    made = create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache"))))
    for output, declared in made.callback_map.items():
        if "callback" in declared:
            declared["callback"] = noted(declared["callback"], ran, output)
    return made


@pytest.fixture(scope="module")
def client(app, ran):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answers, "question", noted(answers.question, ran, "question"))
        yield app.server.test_client()


@pytest.fixture(scope="module")
def sound(app):
    """A sound question of every callback, by its output."""
    return {
        output: {
            "output": output,
            "outputs": outputs(output),
            "inputs": [{**one, "value": "/sv/?area=1480"} for one in declared["inputs"]],
            "state": [{**one, "value": "/sv/?"} for one in declared["state"]],
            "changedPropIds": [f"{one['id']}.{one['property']}" for one in declared["inputs"]][:1],
        }
        for output, declared in app.callback_map.items()
        if "callback" in declared
    }


def noted(function, ran, name):
    def called(*asked, **named):
        ran.append(name)
        return function(*asked, **named)

    return called


def posted(client, ran, body, **more):
    ran.clear()
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(CALLBACK_PATH, data=data, **{"content_type": JSON} | more)


def drawn(data, sound):
    """A sound question, which may be changed."""
    output = data.draw(st.sampled_from(sorted(sound)))
    return json.loads(json.dumps(sound[output]))


def odd_output(data, body):
    body["output"] = data.draw(st.text(max_size=30) | OTHERS | st.just("url.pathname"))


def joined_outputs(data, body):
    """One output whose property is written as if more followed."""
    whole = body["output"].strip(".")
    id_, _, rest = whole.partition(".")
    if "..." not in whole:
        rest += "."
    body["outputs"] = [{"id": id_, "property": rest}]


def doubled_outputs(data, body):
    several = body["outputs"] if isinstance(body["outputs"], list) else [body["outputs"]]
    body["outputs"] = several * data.draw(st.integers(2, 40))


def pattern_in_outputs(data, body):
    of = body["outputs"][0] if isinstance(body["outputs"], list) else body["outputs"]
    of[data.draw(st.sampled_from(["id", "property"]))] = data.draw(st.sampled_from(PATTERNS))


def pattern_in_inputs(data, body):
    of = data.draw(st.sampled_from(["id", "property"]))
    body["inputs"][0][of] = data.draw(st.sampled_from(PATTERNS))


def input_of_another_type(data, body):
    body["inputs"][0]["value"] = data.draw(OTHERS)


def input_with_more(data, body):
    body["inputs"][0][data.draw(st.text(max_size=5).map("x{}".format))] = 1


def inputs_in_a_list(data, body):
    body["inputs"] = [body["inputs"]]


def input_twice(data, body):
    body["inputs"] = body["inputs"] * data.draw(st.integers(2, 40))


def no_input(data, body):
    body["inputs"] = data.draw(st.sampled_from([[], None, {}, "asked.data", [None], [[]]]))


def state_that_is_none_of_it(data, body):
    body["state"] = [*body["state"], {"id": "asked", "property": "data", "value": "x"}]


def changes_that_are_none_of_it(data, body):
    odd = (["x.y"], [7], [["asked.data"]], "asked.data", {}, None, body["changedPropIds"] * 9)
    body["changedPropIds"] = data.draw(st.sampled_from(odd))


def part_that_no_page_sends(data, body):
    body[data.draw(st.text(max_size=9).map("x{}".format))] = data.draw(OTHERS)


def part_left_out(data, body):
    del body[data.draw(st.sampled_from(["output", "outputs", "inputs"]))]


def nested(data, body):
    part = data.draw(st.sampled_from(sorted(body)))
    for _ in range(data.draw(st.integers(100, 900))):
        body[part] = [body[part]]


SPOILT = (
    odd_output, joined_outputs, doubled_outputs, pattern_in_outputs, pattern_in_inputs,
    input_of_another_type, input_with_more, inputs_in_a_list, input_twice, no_input,
    state_that_is_none_of_it, changes_that_are_none_of_it, part_that_no_page_sends, part_left_out,
    nested,
)  # fmt: skip


@given(data=st.data())
@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_question_with_one_wrong_part_is_refused_before_our_code(client, ran, sound, spoil, data):
    body = drawn(data, sound)
    spoil(data, body)
    answer = posted(client, ran, body)
    assert answer.status_code == 400, body
    assert set(answer.get_json()) == {"error"}
    assert ran == []


def test_a_sound_question_of_every_callback_is_answered_by_our_code(client, ran, sound):
    for body in sound.values():
        assert posted(client, ran, body).status_code == 200
        assert ran != []


@given(data=st.data())
def test_whatever_text_is_asked_is_answered(client, ran, sound, data):
    body = drawn(data, sound)
    for one in body["inputs"]:
        one["value"] = data.draw(TEXTS)
    answer = posted(client, ran, body)
    assert answer.status_code == 200, body
    assert answer.get_json()["response"]


def bomb():
    """A body of 10 MB in the 10 kB that a page may send, as compressed."""
    return gzip.compress(b'{"output": "' + b"x" * 10_000_000 + b'"}')


BODIES = {
    "nested": b"[" * 90_000,
    "nested and closed": b"[" * 45_000 + b"]" * 45_000,
    "nested tables": b'{"output":' * 9_000 + b"1" + b"}" * 9_000,
    "a long number": b'{"output": ' + b"9" * 90_000 + b"}",
    "no number": b'{"output": NaN, "inputs": -Infinity}',
    "cut": b'{"output": "..place',
    "bytes": bytes(range(256)),
    "nothing": b"",
    "a compressed bomb": bomb(),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}, {"Content-Encoding": "br"}])
def test_a_body_that_cannot_be_read_is_refused(client, ran, body, headers):
    answer = posted(client, ran, body, headers=headers)
    assert answer.status_code == 400
    assert ran == []


@pytest.mark.parametrize(
    "media", ["text/plain", "application/xml", "multipart/form-data; boundary=x", "", "x/y; z="]
)
def test_a_sound_question_in_another_form_is_refused(client, ran, sound, media):
    for body in sound.values():
        assert posted(client, ran, body, content_type=media).status_code == 400
        assert ran == []


@pytest.mark.parametrize("letters", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_question_in_other_letters_is_read_or_refused(client, ran, sound, letters):
    for body in sound.values():
        answer = posted(client, ran, json.dumps(body).encode(letters))
        assert answer.status_code in {200, 400}
