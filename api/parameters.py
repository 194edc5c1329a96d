"""What a parameter is made of: its checks, and what it means in both languages."""

from typing import Any

from marshmallow import fields
from marshmallow.validate import Length, Range

LONGEST = 4_000
# Of what is one code, one name, or a few of them: a whole address is at most 64 kB.
SHORT = Length(min=1, max=100)
SWEDISH = "x-description-sv"


def text(english: str, swedish: str, example: str | None = None, **more: Any) -> fields.String:
    most = {} if "validate" in more else {"validate": Length(min=1, max=LONGEST)}
    return fields.String(metadata=described(english, swedish, example), **{**most, **more})


def number(english: str, swedish: str, most: int, **more: Any) -> fields.Integer:
    return fields.Integer(metadata=described(english, swedish), validate=Range(1, most), **more)


def described(english: str, swedish: str, example: str | None = None) -> dict[str, str]:
    """What a parameter means; the page of the api tells it in both languages."""
    told = {"description": english, SWEDISH: swedish}
    return told | ({"example": example} if example else {})


def part(english: str, swedish: str, example: str) -> dict[str, Any]:
    told = {"type": "string", "minLength": 1, SWEDISH: swedish, "example": example}
    return {"description": english, "schema": told}
