"""The rules of reading: each has an id, and every claim names those that made it, so that a wrong one can be found."""

from enum import StrEnum


class Rule(StrEnum):
    """An id is the attribute or the question it answers, then what it goes by. The comment is the pattern."""

    TYPE_WORDS = "type/class-in-words"  # "a short-range ballistic missile"
    TYPE_NAME = "type/designation"  # "the Hwasong-12"
    COUNT_NOUN = "count/number-and-noun"  # "two ballistic missiles"
    COUNT_TOTAL = "count/put-at"  # "put the number at 18"
    COUNT_VERB = "count/number-and-verb"  # "at least seven left the area"
    COUNT_SINGLE = "count/single-launch"  # "a single launch"
    PLATFORM_WORDS = "platform/words"  # "from a submarine"
    OUTCOME_WORDS = "outcome/words"  # "failed"
    OUTCOME_NEGATED = "outcome/failed-to"  # "failed to enter orbit", "unsuccessful"
    QUANTITY_WORD = "quantity/nearest-word"  # "flew 430 km", "an apogee of 60 km"
    QUANTITY_FROM_SITE = "quantity/from-the-site"  # "960 km from where it was launched"
    QUANTITY_TARGET = "quantity/target-away"  # "hit a target 1,000 km away"
    QUANTITY_FLOWN = "quantity/duration-flown"  # "flew for 71 minutes"
    QUANTITY_GOES_ON = "quantity/coordinated"  # "flew for 7,557 to 7,567 and 9,118 to 9,129 seconds"
    QUANTITY_ELIDED = "quantity/unit-told-before"  # "the first flew 430 km, the second 690"
    QUANTITY_COUPLED = "quantity/names-and-figures"  # "range and altitude were 230 km and 30 km"
    QUANTITY_REVISED = "quantity/figure-revised"  # "revised both figures to 600 km"
    SPEED_MACH = "speed/mach"  # "Mach 10", "ten times the speed of sound"
    TIME_CLOCK = "time/clock"  # "at 2:40 p.m."
    PLACE_NAME = "place/name-after-launch"  # "fired from Sunan"
    PLACE_PROVINCE = "place/province"  # "South Hamgyong Province"
    LANDING_WATER = "landing/water"  # "fell into the East Sea"
    LANDING_ZONE = "landing/economic-zone"  # "outside Japan's EEZ"
    LANDING_DISTANCE = "landing/distance"  # "200 km west of Hokkaido"
    LANDING_SEA_TOLD = "landing/sea-told-elsewhere"  # the one sea that the report names for this launch

    SPEAKER_BEFORE = "speaker/before-cue"  # "the JCS said"
    SPEAKER_AFTER = "speaker/after-cue"  # "according to the JCS", "said the JCS"
    SPEAKER_STAND_IN = "speaker/stand-in"  # "it said", "the ministry said"
    SPEAKER_CARRIED = "speaker/carried-on"  # "It flew 430 km." after "..., the JCS said."
    SPEAKER_OUTLET = "speaker/outlet"  # nobody is named

    LAUNCH_OWN = "launch/own"  # the launch the report is about
    LAUNCH_DATE = "launch/other-date"  # "On July 25 ..."
    LAUNCH_WORD = "launch/word-of-background"  # "the last time", "since"
    LAUNCH_GOES_ON = "launch/goes-on"  # "That missile ..."
    LAUNCH_BEFORE = "launch/had-fired-the-day-before"  # "On Wednesday it had fired", told of a launch on Thursday
    LAUNCH_OTHER_COUNTRY = "launch/other-country"  # "South Korea fired one of its own"
    LAUNCH_NONE_OWN = "launch/no-own-launch"  # in a text that reports no launch every one is background

    PROPOSED = "proposed/verbatim-and-parsed"  # by another extractor (geo.extraction.proposals)
