"""Reports people added: SQLAlchemy Core, SQLite by default, any database by URL."""
