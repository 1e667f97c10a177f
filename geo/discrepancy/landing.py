"""A landing held against the range and the launch place: near enough, and not too near."""

from collections.abc import Iterator, Mapping, Sequence

from geo.discrepancy.entry import Entry
from geo.discrepancy.figures import bounds
from geo.discrepancy.findings import finding_of
from geo.discrepancy.interval import Interval
from geo.discrepancy.rules import Comparison, Verdict
from geo.discrepancy.target import Target, targets
from geo.model.claim import Attribute, ScopeKind, Stance
from geo.model.finding import Finding, FindingClass
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import LandingArea

Now = Mapping[Attribute, Sequence[Entry]]


def unreachable_landings(now: Now, rules: Comparison) -> Iterator[Finding]:
    """Statements whose range cannot end where they say it ended, from any place named for the launch.

    Where it ended is some waters, or a distance and a direction from a named place. The
    speaker's own launch places count; where it names none, everybody's. A province or a name
    with several readings tells nothing here.
    """
    places = [each for each in now.get(Attribute.LAUNCH_PLACE, ()) if _place(each) is not None]
    for landing in now.get(Attribute.LANDING_AREA, ()) if places else ():
        value = landing.claim.value
        told = targets(value, rules) if isinstance(value, LandingArea) else ()
        for far in now.get(Attribute.RANGE, ()) if told else ():
            if _together(far, landing):
                own = [each for each in places if each.claimant == far.claimant] or places
                for target in told:
                    yield from _held_against(far, landing, own, target, rules)


def _held_against(
    far: Entry, landing: Entry, places: Sequence[Entry], target: Target, rules: Comparison
) -> Iterator[Finding]:
    flown = bounds(far, rules, bounded=False)
    if flown is None:
        return
    missed = [(place, by) for place in places if (by := _missed_by(flown, place, target))]
    if len(missed) == len(places):
        place, (short, why) = min(missed, key=lambda each: each[1][0])
        yield _finding(far, landing, place, short, why, target)


def _missed_by(flown: Interval, entry: Entry, target: Target) -> tuple[float, str] | None:
    """Kilometres by which the flight ends short of the target or beyond it; None when it may end in it."""
    place = _place(entry)
    assert place is not None and place.point is not None  # noqa: S101
    nearest, farthest = target.distances_km(place.point)
    slack = target.slack_km(flown) + (place.radius_m or 0.0) / 1000
    if flown.upper + slack < nearest:
        return nearest - flown.upper, f"{target.nearest} lies {nearest:.0f} km away"
    if flown.lower - slack > farthest:
        return flown.lower - farthest, f"{target.farthest} lies {farthest:.0f} km away"
    return None


def _finding(far: Entry, landing: Entry, place: Entry, by: float, why: str, target: Target) -> Finding:
    speaker = far.speaker
    named = place.speaker
    whose = "" if named == speaker else f" ({named})"
    distance, area, start = (each.words for each in (far, landing, place))
    sentence = (
        f"{speaker} gave a range of “{distance}” and a landing in “{area}”; from “{start}”{whose} {why}: physically "
        f"inconsistent (great circle; {target.allowed}), rule {target.rule}."
    )
    gap = Quantity(by, by, Qualifier.EXACT, Unit.KILOMETRES, f"{by:.0f} km")
    verdict = Verdict(FindingClass.PHYSICALLY_INCONSISTENT, target.rule, "", gap)
    return finding_of((far, landing, place), verdict, sentence, Attribute.LANDING_AREA)


def _together(far: Entry, landing: Entry) -> bool:
    if Stance.DENIED in (far.claim.stance, landing.claim.stance):
        return False
    one, other = far.claim.scope, landing.claim.scope
    same = ScopeKind.UNSTATED in (one.kind, other.kind) or one == other
    return same and far.claimant == landing.claimant and far.statement == landing.statement


def _place(entry: Entry) -> Place | None:
    """The resolved point a launch is said to be from; None for areas and names that could not be placed."""
    value = entry.claim.value
    if not isinstance(value, NamedPlace) or entry.claim.stance is Stance.DENIED:
        return None
    resolution = value.resolution
    return resolution if isinstance(resolution, Place) and resolution.point is not None else None
