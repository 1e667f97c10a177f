"""What a launch is said to have left, held against where: no train stands in the sea, no submarine on land."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geo.discrepancy.entry import Entry
from geo.discrepancy.findings import finding_of
from geo.discrepancy.rules import Comparison, Verdict
from geo.geocoding.land import Ground, Land
from geo.model.claim import Attribute, ScopeKind, Stance
from geo.model.finding import Finding, FindingClass
from geo.model.place import FeatureClass, NamedPlace, Place, Relation
from geo.model.weapon import Platform, PlatformKind

Now = Mapping[Attribute, Sequence[Entry]]
_AFLOAT = (PlatformKind.SUBMARINE, PlatformKind.SHIP)
_INLAND_WATER = (FeatureClass.LAKE, FeatureClass.SEA, FeatureClass.PORT, FeatureClass.SHIPYARD)


def misplaced_platforms(now: Now, rules: Comparison, land: Callable[[], Land] | None) -> Iterator[Finding]:
    """Platforms of the land at places that are all sea, vessels at places that are all land, whoever says either.

    A place counts with its whole radius and the inaccuracy of the outlines; "off" a place is
    the sea. Barges and other underwater launchers have been used on lakes, so they are not asked.
    """
    for platform in now.get(Attribute.PLATFORM, ()):
        wrong = _wrong_ground(platform, rules)
        for place in now.get(Attribute.LAUNCH_PLACE, ()) if wrong else ():
            if wrong and _one_part(platform, place) and _ground(place, rules, land) is wrong:
                yield _finding(platform, place, wrong)


def _wrong_ground(entry: Entry, rules: Comparison) -> Ground | None:
    value = entry.claim.value
    if not isinstance(value, Platform) or entry.claim.stance is Stance.DENIED:
        return None
    if PlatformKind.LAND in rules.platforms.ancestors(value.kind):
        return Ground.SEA
    return Ground.LAND if value.kind in _AFLOAT else None


def _ground(entry: Entry, rules: Comparison, land: Callable[[], Land] | None) -> Ground | None:
    value = entry.claim.value
    if not isinstance(value, NamedPlace) or entry.claim.stance is Stance.DENIED:
        return None
    if value.toponym.relation is Relation.OFF:
        return Ground.SEA
    place = value.resolution
    if land is None or not isinstance(place, Place) or place.point is None:
        return None
    found = land().under(place.point, (place.radius_m or 0.0) / 1000 + rules.flight.coast_slack_km)
    return None if found is Ground.LAND and place.feature_class in _INLAND_WATER else found


def _one_part(platform: Entry, place: Entry) -> bool:
    kinds = {platform.claim.scope.kind, place.claim.scope.kind}
    return kinds <= {ScopeKind.UNSTATED, ScopeKind.WHOLE} or platform.claim.scope == place.claim.scope


def _finding(platform: Entry, place: Entry, ground: Ground) -> Finding:
    one, other = (each.speaker for each in (platform, place))
    what, where = (each.words for each in (platform, place))
    lies = "lies at sea" if ground is Ground.SEA else "lies on land"
    sentence = (
        f"{one} said it was launched from “{what}”, {other} that it was launched at “{where}”, which {lies} with all "
        "its radius: the platform cannot stand there, rule platform-ground."
    )
    detail = f"inconsistent: the place {lies}"
    verdict = Verdict(FindingClass.PHYSICALLY_INCONSISTENT, "platform-ground", detail)
    return finding_of((platform, place), verdict, sentence, Attribute.PLATFORM)
