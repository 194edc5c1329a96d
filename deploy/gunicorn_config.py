"""How gunicorn serves the dashboard; sizes and address stand in the Procfile."""

accesslog = "-"
# No address of a visitor is kept.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s byte %(M)s ms"
graceful_timeout = 20
timeout = 30
keepalive = 5
control_socket_disable = True
