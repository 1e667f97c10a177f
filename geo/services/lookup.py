"""Looking a place up by hand: what a name means, why, what lost, and what an online service adds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.geocoding.answers import Answers, is_geonames, licence_of
from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Gazetteer, is_too_wide
from geo.geocoding.online import OnlineGeocoder
from geo.geocoding.online_hits import Hit, Provider, rivals
from geo.geocoding.online_service import OnlineReply
from geo.geocoding.query import countries_of, language_of, toponym_of
from geo.geocoding.resolution import resolve
from geo.geocoding.romanisation import fold
from geo.model.place import Alternative, AmbiguousPlace, NamedPlace, Place, Point, Resolution, Toponym, UnknownPlace

ATTRIBUTION = "GeoNames (geonames.org), CC BY 4.0"
OWN_ATTRIBUTION = f"the source of the coordinate; names also from {ATTRIBUTION}"


class Status(StrEnum):
    POINT = "point"
    AREA = "area"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Question:
    """A name and what is known around it. `country` is ISO 3166-1 alpha-2 or "", `admin` a province's name or ""."""

    query: str
    country: str = ""
    admin: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something the name could also mean, and why it lost, or why nothing decides."""

    gazetteer_id: str
    name: str
    within: str
    feature_class: str
    reason: str
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found. For an area the point stands for it and the radius encloses it; never drawn as a pin."""

    gazetteer_id: str
    name: str
    feature_class: str
    province: str
    country: str
    point: Point
    radius_km: float
    radius_reason: str
    area_id: str
    source: str
    source_url: str
    licence: str
    attribution: str
    matched: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Lookup:
    """The answer to a question. `reason` is one sentence; `note` what became of asking online, "" when it was not.

    `found` is None unless the status is point or area. `is_online` says that `found` or the
    candidates come from the service; what a service says beside an ambiguous name is in
    `suggested`, and decides nothing.
    """

    question: Question
    status: Status
    reason: str
    found: Found | None = None
    candidates: tuple[Candidate, ...] = ()
    is_online: bool = False
    suggested: tuple[Candidate, ...] = ()
    note: str = ""


def look_up(
    asked: Question, gazetteer: Gazetteer, online: OnlineGeocoder | None = None, context: Context | None = None
) -> Lookup:
    """What the gazetteer makes of a question; the service is asked only where that is nothing or ambiguous.

    GeocoderQueryError, at once, for a query, country or province that can be none.
    """
    toponym = toponym_of(asked.query, [asked.admin])
    country = (countries_of(asked.country) if asked.country else ("",))[0]
    known = replace(context, country=country or context.country) if context else Context(country)
    resolution = resolve(toponym, gazetteer, known)
    answers = Answers(gazetteer, language_of(asked.language))
    offline = answer_of(resolution, toponym, answers, asked)
    if online is None or offline.status in (Status.POINT, Status.AREA) or _names_nothing(toponym, gazetteer):
        return offline
    reply = online.ask(", ".join((toponym.name, *toponym.within)), country)
    return _with_reply(offline, toponym, reply, online.service.provider)


def trace(value: NamedPlace, gazetteer: Gazetteer) -> Lookup | None:
    """How the place of a claim was found, as it was found then: nothing is looked up again. None if it never was."""
    if value.resolution is None:
        return None
    asked = Question(value.verbatim, value.toponym.country)
    return answer_of(value.resolution, value.toponym, Answers(gazetteer), asked)


def answer_of(resolution: Resolution, toponym: Toponym, answers: Answers, asked: Question) -> Lookup:
    """A resolution in the words and figures of a lookup."""
    match resolution:
        case Place() as place:
            return _placed(place, toponym, answers, asked)
        case AmbiguousPlace() as ambiguous:
            candidates = candidates_of(ambiguous.candidates, answers)
            return Lookup(asked, Status.AMBIGUOUS, ambiguous.reason, candidates=candidates)
        case UnknownPlace() as unknown:
            return Lookup(asked, Status.NONE, unknown.reason)


def candidates_of(alternatives: Sequence[Alternative], answers: Answers) -> tuple[Candidate, ...]:
    """Alternatives in words; the point that stands for an area is left out, so that nobody takes it for a pin."""
    return tuple(_candidate(one, answers) for one in alternatives)


def _candidate(one: Alternative, answers: Answers) -> Candidate:
    entry = answers.gazetteer.entries.get(one.gazetteer_id)
    if entry is None:
        return Candidate(one.gazetteer_id, one.name, "", one.feature_class.value, one.reason)
    wider = [part for part in (entry.admin_id, entry.country) if part not in ("", entry.id)]
    within = ", ".join(answers.name(part) for part in wider)
    point = None if entry.area_id else one.point
    return Candidate(entry.id, answers.name(entry.id), within, one.feature_class.value, one.reason, point)


def _names_nothing(toponym: Toponym, gazetteer: Gazetteer) -> bool:
    """Whether the words are a coast or generic words only: no service is asked for those."""
    return is_too_wide(gazetteer.spelling.stem(fold(toponym.name)))


def _placed(place: Place, toponym: Toponym, answers: Answers, asked: Question) -> Lookup:
    candidates = candidates_of(place.alternatives, answers)
    area = answers.gazetteer.entries.get(place.area_id)
    point, radius_m = (area.point, area.radius_m) if area else (place.point, place.radius_m)
    if point is None or radius_m is None:
        reason = f"{place.name} is an area, but nothing tells how far it reaches."
        return Lookup(asked, Status.NONE, reason, candidates=candidates)
    spelling, how, score = answers.met(toponym.name, place.gazetteer_id)
    entry = answers.gazetteer.entries.get(place.gazetteer_id)
    found = Found(
        gazetteer_id=place.gazetteer_id,
        name=answers.name(entry.id) if entry else place.name,
        feature_class=place.feature_class.value,
        province=answers.name(entry.admin_id) if entry and place.admin_area else place.admin_area,
        country=place.country,
        point=point,
        radius_km=radius_m / 1000,
        radius_reason=place.radius_reason,
        area_id=place.area_id,
        source=place.coordinate_source,
        source_url=entry.source_url if entry else "",
        licence=licence_of(place.coordinate_source),
        attribution=ATTRIBUTION if is_geonames(place.coordinate_source) else OWN_ATTRIBUTION,
        matched=spelling,
        score=score,
    )
    status = Status.AREA if place.area_id else Status.POINT
    return Lookup(asked, status, _reason(found, how, len(candidates)), found, candidates)


def _reason(found: Found, how: str, lost: int) -> str:
    met = (
        f"The words meet {found.matched!r}, a name of {found.name}, {how}"
        if how
        else f"The words are read as {found.name}"
    )
    rest = f"{lost} other{'s' if lost > 1 else ''} gave way" if lost else "nothing else fits"
    return f"{met}; {rest}."


def _with_reply(offline: Lookup, toponym: Toponym, reply: OnlineReply, provider: Provider) -> Lookup:
    """The service fills a gap; it overrides nothing and settles no ambiguity of the words."""
    if not reply.hits:
        return replace(offline, note=reply.note)
    if offline.status is Status.AMBIGUOUS:
        suggested = tuple(_suggestion(hit, "found by the service, which does not settle it") for hit in reply.hits)
        return replace(offline, suggested=suggested, note=reply.note)
    others = rivals(toponym.name, reply.hits)
    first = reply.hits[0]
    if others:
        undecided = "bears the name too, and nothing in the words decides"
        candidates = tuple(_suggestion(hit, undecided) for hit in (first, *others))
        reason = f"{offline.reason} {provider.title} knows {len(candidates)} places of that name."
        return replace(
            offline, status=Status.AMBIGUOUS, reason=reason, candidates=candidates, is_online=True, note=reply.note
        )
    status = Status.AREA if first.is_area else Status.POINT
    reason = f"{offline.reason} {provider.title} found it online."
    return replace(
        offline, status=status, reason=reason, found=_online(first, provider), is_online=True, note=reply.note
    )


def _suggestion(hit: Hit, reason: str) -> Candidate:
    return Candidate(hit.id, hit.name, hit.address, hit.feature_class.value, reason, hit.point)


def _online(hit: Hit, provider: Provider) -> Found:
    return Found(
        gazetteer_id=hit.id,
        name=hit.name,
        feature_class=hit.feature_class.value,
        province="",
        country=hit.country,
        point=hit.point,
        radius_km=hit.radius_m / 1000,
        radius_reason=hit.radius_reason,
        area_id="",
        source=f"{provider.title}, online: {hit.address}",
        source_url=provider.terms_url,
        licence=provider.licence,
        attribution=provider.attribution,
        matched=hit.name,
    )
