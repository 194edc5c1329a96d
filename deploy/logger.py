"""What gunicorn says, in the form that all else is logged in."""

from typing import Any

from gunicorn import glogging

from service import journal


class Logger(glogging.Logger):  # type: ignore[misc]
    def setup(self, cfg: Any) -> None:
        """Also each time that the configuration is read again."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(journal.chosen.form)
