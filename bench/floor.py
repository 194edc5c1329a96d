"""The floor: a bare page and the same files, served by nginx alone."""

import os
import subprocess
import sys
from getpass import getuser
from pathlib import Path

import brotli

from data.edition import current_edition
from tests.browser.site import ROOT

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
CONFIG = """
daemon off; user {user}; worker_processes 2; pid {folder}/pid; error_log {folder}/error;
{brotli}
events {{ worker_connections 8192; }}
http {{
    access_log off; sendfile on; gzip_static on; {brotli_static}
    types {{ text/html html; application/json json; application/geo+json geojson; }}
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location / {{ root {folder}; }}
        location /values/ {{ alias {values}/; expires max; }}
        location /boundaries/ {{ alias {boundaries}/; expires max; }}
    }}
}}
"""


def nginx(folder: Path, port: int, level: str) -> str:
    """The command that serves the page and the files; writes page and configuration."""
    page = folder / "index.html"
    writer = ROOT / "bench" / "rivals" / "floor.py"
    subprocess.run(
        [sys.executable, writer, page], check=True, env={**os.environ, "BENCH_LEVEL": level}
    )
    page.with_name("index.html.br").write_bytes(brotli.compress(page.read_bytes()))
    has_brotli = BROTLI.is_file()
    config = CONFIG.format(
        folder=folder,
        user=getuser(),
        port=port,
        brotli=f"load_module {BROTLI};" if has_brotli else "",
        brotli_static="brotli_static on;" if has_brotli else "",
        values=current_edition().folder / "values",
        boundaries=ROOT / "geo" / "boundaries",
    )
    folder.joinpath("nginx.conf").write_text(config)
    return f"nginx -p {folder} -e {folder}/error -c {folder}/nginx.conf"
