"""Figures one speaker gives together, for checks that need several of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.discrepancy.entry import Entry
from geo.discrepancy.interval import Interval
from geo.discrepancy.quantity import allowed
from geo.discrepancy.rules import Comparison
from geo.model.claim import Attribute, Stance
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import MissileClass, MissileType

BASE = {
    Attribute.RANGE: Unit.KILOMETRES,
    Attribute.APOGEE: Unit.KILOMETRES,
    Attribute.FLIGHT_TIME: Unit.MINUTES,
    Attribute.SPEED: Unit.KM_PER_HOUR,
}
_WORDS = {
    Attribute.RANGE: "a range of",
    Attribute.APOGEE: "an altitude of",
    Attribute.FLIGHT_TIME: "a flight time of",
    Attribute.SPEED: "a speed of",
}
_BOUNDED = (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.BETWEEN)


@dataclass(frozen=True, slots=True)
class Told:
    """Figures of one statement of one speaker about one thing, with the sets they allow (km, min, km/h)."""

    entries: Mapping[Attribute, Entry]
    sets: Mapping[Attribute, Interval]

    def words(self) -> str:
        """The speaker and the figures: "KCNA gave a range of “1,090 km” and a flight time of “67.5 min”"."""
        entries = list(self.entries.items())
        speaker = entries[0][1].speaker
        parts = [f"{_WORDS[attribute]} “{entry.words}”" for attribute, entry in entries]
        return f"{speaker} gave {', '.join(parts[:-1])} and {parts[-1]}"


def told_together(
    current: Sequence[Entry], wanted: tuple[Attribute, ...], rules: Comparison, bounded: bool = True
) -> Iterator[Told]:
    """Statements that give each of the wanted figures once and are of no space launcher.

    `bounded` asks for figures with both ends.
    """
    groups: dict[tuple[object, object, object], list[Entry]] = {}
    for entry in current:
        if entry.claim.stance is not Stance.DENIED:
            groups.setdefault((entry.claimant, entry.statement, entry.claim.scope), []).append(entry)
    for group in groups.values():
        given = {attribute: [each for each in group if each.attribute is attribute] for attribute in wanted}
        if all(len(each) == 1 for each in given.values()) and not any(_is_launcher(each) for each in group):
            entries = {attribute: each[0] for attribute, each in given.items()}
            sets = {name: found for name, each in entries.items() if (found := bounds(each, rules, bounded))}
            if len(sets) == len(wanted):
                yield Told(entries, sets)


def bounds(entry: Entry, rules: Comparison, bounded: bool = True) -> Interval | None:
    """The set of a figure in the base unit of its attribute."""
    value, attribute = entry.claim.value, entry.attribute
    if not isinstance(value, Quantity) or (bounded and value.qualifier not in _BOUNDED):
        return None
    return allowed(value, attribute, BASE[attribute], rules)


def _is_launcher(entry: Entry) -> bool:
    value = entry.claim.value
    return isinstance(value, MissileType) and value.missile_class is MissileClass.SLV
