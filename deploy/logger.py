"""What gunicorn says, in the form that all else is logged in."""

import sys
from typing import Any

from gunicorn import glogging


class Logger(glogging.Logger):  # type: ignore[misc]
    def setup(self, cfg: Any) -> None:
        """Also each time that the configuration is read again, once the service has been loaded."""
        super().setup(cfg)
        journal = sys.modules.get("service.journal")
        for handler in self.error_log.handlers if journal else ():
            handler.setFormatter(journal.chosen.form)
