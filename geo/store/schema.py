"""Tables of the store. Claims, launches and findings are not stored: they are derived from reports."""

import sqlalchemy as sa

SCHEMA_VERSION = 1

metadata = sa.MetaData()

schema_version = sa.Table("schema_version", metadata, sa.Column("version", sa.Integer, nullable=False))

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.String(18), primary_key=True),
    sa.Column("sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("published_day", sa.Date),
    sa.Column("published_basis", sa.String(16)),
    sa.Column("published_note", sa.Text, nullable=False, default=""),
    sa.Column("outlet", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("licence", sa.Text, nullable=False),
    sa.Column("retrieved", sa.Date),
    sa.Column("added_at", sa.DateTime, nullable=False),
)

# What online services answered, and when the application may ask again: a cache, safe to empty at any time.
online_answers = sa.Table(
    "online_answers",
    metadata,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("answered_at", sa.Double, nullable=False),
)

online_turns = sa.Table(
    "online_turns",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last_turn", sa.Double, nullable=False),
    sa.Column("rest_until", sa.Double, nullable=False),
    sa.Column("rest_reason", sa.Text, nullable=False),
)
