"""What is said when a picture or a file is asked for wrongly: problem details as in RFC 9457."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Response

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Something was asked that cannot be answered; the sentence says what to ask instead."""

    def __init__(self, title: str, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.title, self.detail, self.status = title, detail, status

    def response(self) -> Response:
        return told({"title": self.title, "status": self.status, "detail": self.detail})


def told(problem: Mapping[str, Any]) -> Response:
    """The answer that tells a problem; it is not kept, as the next question may be right."""
    body = json.dumps(problem, ensure_ascii=False)
    answer = Response(body, problem["status"], content_type=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
