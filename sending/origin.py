"""The address of the site as visitors see it."""

from flask import current_app, request


def origin() -> str:
    """Scheme and host, without a slash after; as set for the service, else as it was asked."""
    public: str | None = current_app.config.get("PUBLIC_ADDRESS")
    return public or request.url_root.rstrip("/")
