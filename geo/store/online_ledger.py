"""Answers of online services and the turns to ask them, shared by every thread and process on one store."""

import sqlalchemy as sa

from geo.model.errors import StoreError
from geo.store.database import reading, transaction
from geo.store.schema import online_answers, online_turns

_ROW = 1  # one line of turns for the whole application, whatever the service
_MARGIN_SECONDS = 0.05  # between a turn and its request lies a moment of unknown length
# A turn or a rest this far ahead was noted before a clock was set back, and means nothing.
_LONGEST_AHEAD_SECONDS = 60.0
_LONGEST_REST_SECONDS = 2 * 86_400.0


class OnlineLedger:
    """The geo.geocoding.online_service.Ledger of a store. Times are seconds since 1970.

    StoreError when the store cannot be used.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        if not self._is_ready():
            try:
                with transaction(engine) as connection:
                    first = online_turns.insert().values(id=_ROW, last_turn=0.0, rest_until=0.0, rest_reason="")
                    connection.execute(first)
            except StoreError:
                if not self._is_ready():  # another process may have been first
                    raise

    def _is_ready(self) -> bool:
        with reading(self._engine) as connection:
            return connection.execute(sa.select(online_turns.c.id)).first() is not None

    def recall(self, key: str, since: float) -> str | None:
        wanted = sa.select(online_answers.c.answer).where(
            online_answers.c.key == key, online_answers.c.answered_at >= since
        )
        with reading(self._engine) as connection:
            answer: str | None = connection.execute(wanted).scalar()
        return answer

    def keep(self, key: str, answer: str, now: float) -> None:
        """The later answer replaces the earlier one."""
        with transaction(self._engine) as connection:
            connection.execute(online_answers.delete().where(online_answers.c.key == key))
            connection.execute(online_answers.insert().values(key=key, answer=answer, answered_at=now))

    def take_turn(self, now: float, seconds_between: float) -> float:
        """0 and the turn is the caller's, else seconds to wait; decided in one transaction that excludes all others."""
        with transaction(self._engine) as connection:
            last = connection.execute(sa.select(online_turns.c.last_turn).with_for_update()).scalar_one()
            # `now` was read before the lock was had: another's turn may be a little later.
            since = now - last
            if -_LONGEST_AHEAD_SECONDS <= since < seconds_between + _MARGIN_SECONDS:
                return float(seconds_between + _MARGIN_SECONDS - since)
            connection.execute(online_turns.update().values(last_turn=now))
        return 0.0

    def rest(self, until: float, reason: str) -> None:
        """Nobody gets a turn before `until`; of two rests the longer counts."""
        with transaction(self._engine) as connection:
            asked = online_turns.update().where(online_turns.c.rest_until < until)
            connection.execute(asked.values(rest_until=until, rest_reason=reason))

    def resting(self, now: float) -> str | None:
        with reading(self._engine) as connection:
            until, reason = connection.execute(sa.select(online_turns.c.rest_until, online_turns.c.rest_reason)).one()
        if now < until <= now + _LONGEST_REST_SECONDS:
            return f"it {reason}; asked again in {until - now:.0f} s"
        return None
