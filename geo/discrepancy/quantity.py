"""Numbers with units: count, distance, altitude, duration, speed. Sets of values, compared as intervals."""

import math

from geo.discrepancy.interval import Interval, Relation, gap, larger_figure, relate
from geo.discrepancy.rules import Comparison, Hedge, Side, Verdict
from geo.discrepancy.words import figure
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.quantity import Qualifier, Quantity, Unit

# Factor to the base unit of each dimension: km, min, km/h, missiles. International mile, nautical mile and foot.
_BASE: dict[Unit, tuple[Unit, float]] = {
    Unit.MISSILES: (Unit.MISSILES, 1.0),
    Unit.KILOMETRES: (Unit.KILOMETRES, 1.0),
    Unit.METRES: (Unit.KILOMETRES, 0.001),
    Unit.MILES: (Unit.KILOMETRES, 1.609344),
    Unit.NAUTICAL_MILES: (Unit.KILOMETRES, 1.852),
    Unit.FEET: (Unit.KILOMETRES, 0.0003048),
    Unit.SECONDS: (Unit.MINUTES, 1 / 60),
    Unit.MINUTES: (Unit.MINUTES, 1.0),
    Unit.HOURS: (Unit.MINUTES, 60.0),
    Unit.KM_PER_HOUR: (Unit.KM_PER_HOUR, 1.0),
    Unit.MACH: (Unit.MACH, 1.0),
}
# Speed of sound, International Standard Atmosphere: 295.07 m/s at 11 to 20 km, 340.29 m/s at sea level.
MACH_KMH = (295.07 * 3.6, 340.29 * 3.6)

_NO_HEDGE = Hedge(0, 0, "")
_INFINITE = float("inf")
_MISSILES, _MACH, _KMH = Unit.MISSILES, Unit.MACH, Unit.KM_PER_HOUR
_EXACT, _MORE_THAN, _LESS_THAN = Qualifier.EXACT, Qualifier.MORE_THAN, Qualifier.LESS_THAN

KINDS: dict[Attribute, tuple[str, tuple[Unit, ...]]] = {
    Attribute.COUNT: ("count", (Unit.MISSILES,)),
    Attribute.RANGE: ("distance", (Unit.KILOMETRES,)),
    Attribute.APOGEE: ("altitude", (Unit.KILOMETRES,)),
    Attribute.LANDING_AREA: ("distance", (Unit.KILOMETRES,)),
    Attribute.FLIGHT_TIME: ("duration", (Unit.MINUTES,)),
    Attribute.SPEED: ("speed", (Unit.KM_PER_HOUR, Unit.MACH)),
}


def measures(unit: Unit, attribute: Attribute) -> bool:
    """Whether the unit can measure the attribute: kilometres no count, minutes no range."""
    return unit in _BASE and attribute in KINDS and _BASE[unit][0] in KINDS[attribute][1]


def compare_quantities(first: Quantity, second: Quantity, attribute: Attribute, rules: Comparison) -> Verdict:
    """Class of two quantities of one attribute; NOT_COMPARABLE when a unit does not measure it."""
    kind, units = KINDS[attribute]
    common = _common_unit(first.unit, second.unit)
    if common is None or common not in units:
        detail = f"not comparable: {first.unit} and {second.unit} do not measure one {kind}"
        return Verdict(FindingClass.NOT_COMPARABLE, f"{kind}-unit", detail)
    one = rules.hedges.get((attribute, first.qualifier), _NO_HEDGE)
    other = rules.hedges.get((attribute, second.qualifier), _NO_HEDGE)
    left, right = _widened(first, common, one), _widened(second, common, other)
    return classify(left, right, kind, common, attribute, rules, _flags(first, second, one, other))


def classify(
    left: Interval,
    right: Interval,
    kind: str,
    unit: Unit,
    attribute: Attribute,
    rules: Comparison,
    flags: tuple[str, ...] = (),
) -> Verdict:
    """Class of two sets of numbers in the base unit `unit`."""
    relation = relate(left, right)
    if relation is Relation.DISJOINT:
        return _apart(left, right, kind, unit, attribute, rules, flags)
    tolerance = rules.tolerances[attribute].words
    if relation is Relation.EQUAL:
        return Verdict(FindingClass.AGREES, f"{kind}-equal", "agrees", None, tolerance, flags)
    if relation is Relation.OVERLAP:
        detail = f"consistent in part: {_span(left, right, unit)}"
        return Verdict(FindingClass.OVERLAPPING, f"{kind}-overlap", detail, None, tolerance, flags)
    precise = Side.SECOND if relation is Relation.FIRST_CONTAINS else Side.FIRST
    return Verdict(FindingClass.LESS_PRECISE, f"{kind}-contains", "consistent", None, tolerance, flags, precise)


def _apart(
    left: Interval,
    right: Interval,
    kind: str,
    unit: Unit,
    attribute: Attribute,
    rules: Comparison,
    flags: tuple[str, ...],
) -> Verdict:
    tolerance = rules.tolerances[attribute]
    distance, larger = gap(left, right), larger_figure(left, right)
    value = Quantity(distance, distance, _EXACT, unit, figure(distance, unit))
    if distance <= tolerance.at(larger):
        detail = f"agrees within {value.verbatim}"
        return Verdict(FindingClass.AGREES, f"{kind}-within", detail, value, tolerance.words, flags)
    share = distance / larger
    minor = share <= rules.minor_share
    found = FindingClass.CONTRADICTORY_MINOR if minor else FindingClass.CONTRADICTORY_MAJOR
    detail = f"contradictory by {value.verbatim} ({share:.0%})".replace("%", " %")
    return Verdict(found, f"{kind}-disjoint", detail, value, tolerance.words, flags)


def allowed(quantity: Quantity, attribute: Attribute, unit: Unit, rules: Comparison) -> Interval:
    """The set of values the words allow, in base unit `unit`; hedges widen it as data/comparison says."""
    return _widened(quantity, unit, rules.hedges.get((attribute, quantity.qualifier), _NO_HEDGE))


def _widened(quantity: Quantity, unit: Unit, hedge: Hedge) -> Interval:
    low, high = _ends(quantity, unit)
    if hedge.absolute or hedge.relative:
        low -= max(hedge.absolute, hedge.relative * low)
        high += max(hedge.absolute, hedge.relative * high) if high < _INFINITE else 0
        low = max(low, 0.0)
    more, less = quantity.qualifier is _MORE_THAN, quantity.qualifier is _LESS_THAN
    if unit is _MISSILES:
        return _whole_numbers(low, high, more, less)
    return Interval(round(low, 6), round(high, 6) if high < _INFINITE else high, more, less)


def _ends(quantity: Quantity, unit: Unit) -> tuple[float, float]:
    """Both ends in `unit`; a Mach number is the least and the greatest km/h it may be."""
    if quantity.unit is unit:
        return quantity.lower, quantity.upper
    if quantity.unit is _MACH and unit is _KMH:
        return quantity.lower * MACH_KMH[0], quantity.upper * MACH_KMH[1]
    factor = _BASE[quantity.unit][1]
    return quantity.lower * factor, quantity.upper * factor


def _whole_numbers(low: float, high: float, more: bool, less: bool) -> Interval:
    """Counts as closed whole numbers: more than 18 begins at 19."""
    first = math.floor(low) + 1 if more else math.ceil(low)
    last = high if math.isinf(high) else (math.ceil(high) - 1 if less else math.floor(high))
    return Interval(float(first), float(max(first, last)))


def kilometres(value: float, unit: Unit) -> float | None:
    """A length in kilometres; None for a unit that measures no length."""
    base, factor = _BASE[unit]
    return value * factor if base is Unit.KILOMETRES else None


def _common_unit(first: Unit, second: Unit) -> Unit | None:
    one, other = _BASE[first][0], _BASE[second][0]
    if one is other:
        return one
    return _KMH if {one, other} == {_MACH, _KMH} else None


def _flags(first: Quantity, second: Quantity, one: Hedge, other: Hedge) -> tuple[str, ...]:
    converted = "units converted" if first.unit is not second.unit else ""
    if not (one.flag or other.flag or converted):
        return ()
    return tuple(sorted({one.flag, other.flag, converted} - {""}))


def _span(left: Interval, right: Interval, unit: Unit) -> str:
    low, high = max(left.lower, right.lower), min(left.upper, right.upper)
    if low == high:
        return figure(low, unit)
    return f"{low:g} to {figure(high, unit)}" if math.isfinite(high) else f"{figure(low, unit)} or more"
