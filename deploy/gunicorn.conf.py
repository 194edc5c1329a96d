"""How gunicorn serves the dashboard; sizes and address stand in the Procfile."""

accesslog = "-"
access_log_format = '%(h)s %(m)s %(U)s %(s)s %(B)s byte %(M)s ms'
graceful_timeout = 20
timeout = 30
keepalive = 5
control_socket_disable = True
