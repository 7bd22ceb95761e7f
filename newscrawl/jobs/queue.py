"""The queue: Procrastinate's tables, in the schema of the store."""

import logging
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException

from newscrawl.schedule.plan import SitePlan

RUN = "newscrawl.run"


def app_of(address: str) -> App:
    """Procrastinate over the store's database."""
    logging.getLogger("procrastinate").setLevel(logging.WARNING)  # what newscrawl says of its runs is enough
    return App(connector=PsycopgConnector(conninfo=address, min_size=1, max_size=3))


def make_tables(address: str) -> None:
    """Make the queue's tables where there are none."""
    with app_of(address).open() as app:
        try:
            if not app.check_connection():
                app.schema_manager.apply_schema()
        except ConnectorException:  # another process made them meanwhile
            if not app.check_connection():
                raise


def defer(app: App, connection: Any, row: int, plan: SitePlan, host: str) -> None:
    """Put a site's run into the queue, in the connection's transaction. One run at a time meets a host."""
    job = app.configure_task(RUN, lock=host, connection=connection)
    job.defer(
        row=row,
        site=plan.site,
        deadline=plan.deadline.total_seconds(),
        arguments=dict(plan.arguments),
        settings=dict(plan.settings),
    )
