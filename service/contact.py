"""Whom to tell of a weakness: /.well-known/security.txt, as RFC 9116 has it."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response

from sending.origin import origin
from settings import Settings

LASTS = timedelta(days=180)


def register(server: Flask, settings: Settings) -> None:
    """Where no contact is set there is no such file: one without a contact is no file of its kind."""
    contact = settings.security_contact
    if contact is None:
        return

    def security() -> Response:
        expires = datetime.now(UTC) + LASTS
        return Response(
            f"Contact: {contact}\n"
            f"Expires: {expires:%Y-%m-%dT00:00:00Z}\n"
            "Preferred-Languages: sv, en\n"
            f"Canonical: {origin()}/.well-known/security.txt\n",
            content_type="text/plain; charset=utf-8",
        )

    server.get("/.well-known/security.txt")(security)
