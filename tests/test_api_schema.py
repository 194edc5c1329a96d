"""What openapi.json promises is what is answered, whatever schemathesis thinks of to ask."""

from collections import defaultdict

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api_reader import client, over_http

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
# Of each address.
QUESTIONS = 40


document = schemathesis.openapi.from_dict(client().get("/api/v1/openapi.json").get_json())


@pytest.fixture(scope="module")
def site():
    with over_http() as address:
        yield address.removesuffix("/api/v1")


seen = defaultdict(set)


@document.parametrize()
@settings(max_examples=QUESTIONS, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_is_as_the_document_says(case, site):
    answer = case.call_and_validate(base_url=site, checks=CHECKS)
    seen[case.operation.path].add(answer.status_code)


@pytest.mark.parametrize("path", document.raw_schema["paths"])
def test_every_address_was_asked_rightly_and_wrongly(path):
    if path not in seen:
        pytest.skip("The test before it did not run.")
    assert {200, 400} <= seen[path]
