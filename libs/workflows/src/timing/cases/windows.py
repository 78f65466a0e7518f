"""windows.json: when send windows let something through, found by looking at the clock minute by minute."""
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from calendar_rules import UTC, iso, read_local, shown, write

BERLIN, NEW_YORK, SYDNEY, AUCKLAND = "Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Auckland"
SANTIAGO, LORD_HOWE, KATHMANDU, APIA = "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"
CASABLANCA, HAVANA = "Africa/Casablanca", "America/Havana"
WORK, ALL = "12345", "1234567"
YEARLY = ["12-25", "12-26", "01-01"]
MONDAYS = [f"{datetime(2027, 6, 7) + timedelta(weeks=week):%Y-%m-%d}" for week in range(60)]
MONDAYS_BUT_THE_LAST = MONDAYS[:56]

# What the case is about, the local instant ("~" after it for the later of two), the zone, the weekdays, from, to, the holidays.
CASES = [
    # Ordinary weeks: 7 June 2027 is a Monday.
    ("inside", "2027-06-07T10:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("inside keeps its seconds", "2027-06-07T10:00:42.250", BERLIN, WORK, "09:00", "17:00", []),
    ("the first moment is inside", "2027-06-07T09:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("the last second is inside", "2027-06-07T16:59:59", BERLIN, WORK, "09:00", "17:00", []),
    ("the end is outside", "2027-06-07T17:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("before it opens", "2027-06-07T07:12:30", BERLIN, WORK, "09:00", "17:00", []),
    ("a second before it opens", "2027-06-07T08:59:59", BERLIN, WORK, "09:00", "17:00", []),
    ("Friday evening waits for Monday", "2027-06-11T18:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("Saturday waits for Monday", "2027-06-12T12:00:00", NEW_YORK, WORK, "09:00", "17:00", []),
    ("Sunday late in Auckland waits for Monday", "2027-06-13T23:30:00", AUCKLAND, WORK, "09:00", "17:00", []),
    ("one weekday, just missed", "2027-06-08T17:00:00", BERLIN, "2", "09:00", "17:00", []),
    ("weekend only", "2027-06-09T12:00:00", SYDNEY, "67", "10:00", "16:00", []),
    ("weekdays apart", "2027-06-08T08:00:00", KATHMANDU, "135", "08:15", "12:45", []),
    ("the whole day", "2027-06-08T03:00:00", BERLIN, WORK, "00:00", "00:00", []),
    ("the whole day waits through the weekend", "2027-06-12T03:00:00", BERLIN, WORK, "00:00", "00:00", []),
    ("until midnight", "2027-06-07T23:59:59", BERLIN, WORK, "18:00", "00:00", []),
    ("until midnight, at midnight", "2027-06-08T00:00:00", BERLIN, WORK, "18:00", "00:00", []),
    ("one minute a day", "2027-06-07T12:01:00", "UTC", ALL, "12:00", "12:01", []),
    ("over the new year", "2027-12-31T18:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("over a leap day", "2028-02-28T18:00:00", BERLIN, WORK, "09:00", "17:00", []),
    # Across midnight.
    ("a night, in the evening", "2027-06-07T23:00:00", BERLIN, WORK, "22:00", "02:00", []),
    ("a night, after midnight", "2027-06-08T01:30:00", BERLIN, WORK, "22:00", "02:00", []),
    ("a night, its end", "2027-06-08T02:00:00", BERLIN, WORK, "22:00", "02:00", []),
    ("Friday's night reaches into Saturday", "2027-06-12T01:30:00", BERLIN, WORK, "22:00", "02:00", []),
    ("Saturday evening is not Friday's night", "2027-06-12T22:30:00", BERLIN, WORK, "22:00", "02:00", []),
    ("Sunday's night is not Monday's", "2027-06-07T01:00:00", BERLIN, WORK, "22:00", "02:00", []),
    ("24 hours from nine", "2027-06-12T08:59:00", BERLIN, WORK, "09:00", "09:00", []),
    ("24 hours from nine, over", "2027-06-12T09:00:00", BERLIN, WORK, "09:00", "09:00", []),
    # Holidays.
    ("a holiday of every year", "2027-12-24T17:30:00", BERLIN, ALL, "09:00", "17:00", YEARLY),
    ("a holiday that begins at midnight", "2027-12-25T00:00:00", BERLIN, ALL, "00:00", "00:00", YEARLY),
    ("the last moment before a holiday", "2027-12-24T23:59:59", BERLIN, ALL, "00:00", "00:00", YEARLY),
    ("the new year's holiday", "2027-12-31T17:00:00", NEW_YORK, WORK, "09:00", "17:00", YEARLY),
    ("a holiday of one year", "2027-05-06T10:00:00", BERLIN, WORK, "09:00", "17:00", ["2027-05-06"]),
    ("the same day of another year", "2026-05-06T10:00:00", BERLIN, WORK, "09:00", "17:00", ["2027-05-06"]),
    ("the holiday is the day in the zone", "2027-05-06T10:00:00", AUCKLAND, WORK, "09:00", "17:00", ["2027-05-05"]),
    ("a night before a holiday stops at midnight", "2027-05-06T00:30:00", BERLIN, ALL, "22:00", "02:00", ["2027-05-06"]),
    ("a night before a holiday, before midnight", "2027-05-05T23:30:00", BERLIN, ALL, "22:00", "02:00", ["2027-05-06"]),
    ("a holiday's night does not reach into the next day", "2027-05-07T01:00:00", BERLIN, ALL, "22:00", "02:00", ["2027-05-06"]),
    ("24 hours stop at a holiday", "2027-05-05T23:00:00", BERLIN, ALL, "09:00", "09:00", ["2027-05-06"]),
    ("24 hours after a holiday", "2027-05-06T03:00:00", BERLIN, ALL, "09:00", "09:00", ["2027-05-06"]),
    ("the leap day as a holiday", "2028-02-29T10:00:00", BERLIN, ALL, "09:00", "17:00", ["02-29"]),
    ("two weeks of holidays", "2027-08-02T10:00:00", BERLIN, WORK, "09:00", "17:00", [f"2027-08-{day:02d}" for day in range(2, 16)]),
    ("more than a year of Mondays off", "2027-06-07T12:00:00", BERLIN, "1", "09:00", "17:00", MONDAYS_BUT_THE_LAST),
    ("all Mondays off", "2027-06-07T12:00:00", BERLIN, "1", "09:00", "17:00", MONDAYS),
    # Into summer time: 02:00 to 03:00 is missing on Sunday 28 March 2027 in Berlin.
    ("opens on the day of the gap", "2027-03-27T18:00:00", BERLIN, ALL, "09:00", "17:00", []),
    ("opens in the gap", "2027-03-28T01:00:00", BERLIN, ALL, "02:30", "06:00", []),
    ("opened in the gap, at its end", "2027-03-28T03:00:00", BERLIN, ALL, "02:30", "06:00", []),
    ("closes in the gap", "2027-03-28T01:59:59", BERLIN, ALL, "01:00", "02:30", []),
    ("closed in the gap", "2027-03-28T03:00:00", BERLIN, ALL, "01:00", "02:30", []),
    ("wholly in the gap opens when it ends", "2027-03-28T00:30:00", BERLIN, ALL, "02:15", "02:45", []),
    ("wholly in the gap is open as long as it would have been", "2027-03-28T03:29:59", BERLIN, ALL, "02:15", "02:45", []),
    ("wholly in the gap is closed then", "2027-03-28T03:30:00", BERLIN, ALL, "02:15", "02:45", []),
    ("exactly the gap", "2027-03-28T01:59:00", BERLIN, ALL, "02:00", "03:00", []),
    ("exactly the gap, at its end", "2027-03-28T03:59:00", BERLIN, ALL, "02:00", "03:00", []),
    ("in the gap of a closed day", "2027-03-28T00:30:00", BERLIN, WORK, "02:15", "02:45", []),
    ("in the gap of a holiday", "2027-03-28T00:30:00", BERLIN, ALL, "02:15", "02:45", ["03-28"]),
    ("a night over the gap", "2027-03-28T03:30:00", BERLIN, ALL, "22:00", "04:00", []),
    ("the weekend before summer time in New York", "2027-03-13T20:00:00", NEW_YORK, WORK, "09:00", "17:00", []),
    ("in the gap of Sydney", "2027-10-02T20:00:00", SYDNEY, ALL, "02:15", "02:45", []),
    ("in the gap of Lord Howe", "2027-10-03T01:00:00", LORD_HOWE, ALL, "02:05", "02:25", []),
    ("half in the gap of Lord Howe", "2027-10-03T01:00:00", LORD_HOWE, ALL, "02:15", "02:45", []),
    ("midnight is missing in Santiago", "2027-09-04T20:00:00", SANTIAGO, ALL, "00:00", "06:00", []),
    ("the first hour is missing in Santiago", "2027-09-04T20:00:00", SANTIAGO, ALL, "00:15", "00:45", []),
    ("the whole day over a missing midnight in Santiago", "2027-09-04T20:00:00", SANTIAGO, "7", "00:00", "00:00", []),
    ("after Ramadan in Casablanca", "2026-03-21T20:00:00", CASABLANCA, ALL, "02:15", "02:45", []),
    ("a day that Samoa left out", "2011-12-29T18:00:00", APIA, ALL, "09:00", "17:00", []),
    ("a weekday that Samoa left out", "2011-12-29T18:00:00", APIA, "5", "09:00", "17:00", []),
    ("a night before the day that Samoa left out", "2011-12-31T01:00:00", APIA, ALL, "22:00", "02:00", []),
    # Out of summer time: 02:00 to 03:00 comes twice on Sunday 31 October 2027 in Berlin.
    ("opens on the day of the overlap", "2027-10-30T18:00:00", BERLIN, ALL, "09:00", "17:00", []),
    ("opens in the overlap, the earlier", "2027-10-31T01:00:00", BERLIN, ALL, "02:30", "06:00", []),
    ("opens in the overlap, between the two", "2027-10-31T02:10:00~", BERLIN, ALL, "02:30", "06:00", []),
    ("opens in the overlap, the later", "2027-10-31T02:30:00~", BERLIN, ALL, "02:30", "06:00", []),
    ("closed in the overlap, open again when the clock goes back", "2027-10-31T02:40:00", BERLIN, ALL, "01:00", "02:30", []),
    ("closed in the overlap, the later", "2027-10-31T02:30:00~", BERLIN, ALL, "01:00", "02:30", []),
    ("wholly in the overlap comes twice", "2027-10-31T02:50:00", BERLIN, ALL, "02:15", "02:45", []),
    ("wholly in the overlap, over", "2027-10-31T02:50:00~", BERLIN, ALL, "02:15", "02:45", []),
    ("a night over the overlap", "2027-10-31T03:30:00", BERLIN, ALL, "22:00", "04:00", []),
    ("the weekend after summer time in New York", "2027-11-06T20:00:00", NEW_YORK, WORK, "09:00", "17:00", []),
    ("in the overlap of Sydney", "2027-04-03T20:00:00", SYDNEY, ALL, "02:15", "02:45", []),
    ("in the overlap of Lord Howe", "2027-04-04T01:50:00~", LORD_HOWE, ALL, "01:35", "01:45", []),
    ("the evening comes twice in Santiago", "2027-04-03T23:45:00", SANTIAGO, ALL, "23:15", "23:30", []),
    ("the evening before a holiday comes twice in Santiago", "2027-04-03T23:45:00", SANTIAGO, ALL, "22:00", "02:00", ["2027-04-04"]),
    ("midnight comes twice in Havana", "2027-11-07T00:40:00", HAVANA, ALL, "00:00", "00:30", []),
    ("before Ramadan in Casablanca", "2026-02-15T02:50:00", CASABLANCA, ALL, "02:15", "02:45", []),
    # One instant, two zones: the client's hours are not the brand's.
    ("late in Berlin", "2027-06-07T23:00:00", BERLIN, WORK, "09:00", "17:00", []),
    ("the same moment in New York", "2027-06-07T17:00:00", NEW_YORK, WORK, "09:00", "17:30", []),
    ("the same moment in Auckland", "2027-06-08T09:00:00", AUCKLAND, WORK, "09:00", "17:00", []),
]


def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])


def opens_on(day, weekdays, holidays):
    return str(day.isoweekday()) in weekdays and not is_holiday(day, holidays)


def is_holiday(day, holidays):
    return f"{day:%Y-%m-%d}" in holidays or f"{day:%m-%d}" in holidays


def is_open(instant, zone, weekdays, start, end, holidays):
    """Whether the clock reads a time of the window; a window whose every minute the clock leaves out opens after the gap."""
    wall = instant.astimezone(zone)
    time = wall.hour * 60 + wall.minute
    today, yesterday = wall.date(), wall.date() - timedelta(days=1)
    first, last = minutes(start), minutes(end)
    if first < last:
        if first <= time < last and opens_on(today, weekdays, holidays):
            return True
        return opens_on(today, weekdays, holidays) and is_behind_gap(instant, zone, today, first, last)
    if is_holiday(today, holidays):
        return False
    return (time >= first and opens_on(today, weekdays, holidays)) or (time < last and opens_on(yesterday, weekdays, holidays))


def exists(day, minute, zone):
    wall = datetime(day.year, day.month, day.day, tzinfo=zone).replace(hour=minute // 60, minute=minute % 60)
    return wall.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None)


def is_behind_gap(instant, zone, day, first, last):
    if any(exists(day, minute, zone) for minute in range(first, last)):
        return False
    minute = last
    while minute < 24 * 60 and not exists(day, minute, zone):
        minute += 1
    if minute == 24 * 60:
        return False
    gap_end = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone).astimezone(UTC)
    return gap_end <= instant < gap_end + timedelta(minutes=last - first)


def next_open(instant, *window):
    if is_open(instant, *window):
        return instant
    minute = instant.replace(second=0, microsecond=0)
    for _ in range(400 * 24 * 60):
        minute += timedelta(minutes=1)
        if is_open(minute, *window):
            return minute
    return None


def row(about, local, name, weekdays, start, end, holidays):
    zone = ZoneInfo(name)
    instant = read_local(local.rstrip("~"), int(local.endswith("~")), zone)
    found = next_open(instant, zone, weekdays, start, end, holidays)
    return {
        "about": about,
        "from": iso(instant),
        "zone": name,
        "window": {"weekdays": [int(day) for day in weekdays], "from": start, "to": end, "holidays": holidays},
        "next": found and iso(found),
        "onTheWall": found and shown(found, zone),
    }


def generate():
    write("windows.json", [row(*case) for case in CASES])
