"""The service's manners: what every answer carries, whom it answers, and what it tells of itself."""

from collections.abc import Sequence

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service import contact, health, limits, metrics
from service.front import Front
from service.policies import Policies
from settings import Settings


def register(server: Flask, settings: Settings, script_hashes: Sequence[str]) -> None:
    """Connect the service's own addresses, and put its front before everything else."""
    server.config["PUBLIC_ADDRESS"] = settings.public_address
    health.register(server)
    metrics.register(server, settings)
    contact.register(server, settings)
    limits.register(server, settings)
    policies = Policies(script_hashes, settings.hsts_seconds)
    front = Front(server.wsgi_app, policies, settings)
    many = settings.trusted_proxies
    # Only what the proxies that we trust have added is believed.
    server.wsgi_app = ProxyFix(front, many, many, many) if many else front  # type: ignore[method-assign]
    server.before_request(front.note_route)
