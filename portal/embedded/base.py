"""The module Django looks for in a database backend."""

from typing import Any

from django.db.backends.postgresql import base

from portal.embedded import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL, started when it is first needed."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        server.ensure_running()
        return super().get_new_connection(conn_params)
