"""Random questions are answered or told as problems; tests.api_fuzz asks 10,000 of them."""

from api.documents import ProblemDetails
from tests.api_fuzz import fault_of, questions
from tests.api_reader import client

NUMBER = 300


def test_random_questions_meet_no_fault_of_ours():
    statuses = set()
    for path, asked in questions(NUMBER, seed=7):
        answer = client().get(f"/api/v1/{path}", query_string=asked)
        assert fault_of(answer) is None, (path, asked)
        statuses.add(answer.status_code)
    assert statuses >= {200, 400, 404}


def test_the_same_seed_asks_the_same():
    assert list(questions(20, 3)) == list(questions(20, 3))
    assert list(questions(20, 3)) != list(questions(20, 4))


def test_a_problem_that_says_too_little_is_noticed():
    answer = client().get("/api/v1/values")
    assert fault_of(answer) is None
    told = {name: value for name, value in answer.get_json().items() if name != "detail"}
    assert ProblemDetails().validate(told)
