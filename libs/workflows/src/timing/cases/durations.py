"""durations.json: what waits come to."""
from zoneinfo import ZoneInfo

from calendar_rules import iso, later, read_local, write

# What the case is about, the local start, its fold, the zone, the amount, the unit.
CASES = [
    ("exact seconds", "2027-01-01T00:00:00", 0, "Europe/Berlin", 2, "seconds"),
    ("exact minutes over midnight", "2027-01-01T23:50:00", 0, "Europe/Berlin", 25, "minutes"),
    ("24 hours into summer time", "2027-03-27T12:00:00", 0, "Europe/Berlin", 24, "hours"),
    ("a day into summer time", "2027-03-27T12:00:00", 0, "Europe/Berlin", 1, "days"),
    ("24 hours out of summer time", "2027-10-30T12:00:00", 0, "Europe/Berlin", 24, "hours"),
    ("a day out of summer time", "2027-10-30T12:00:00", 0, "Europe/Berlin", 1, "days"),
    ("a day into the gap", "2027-03-27T02:30:00", 0, "Europe/Berlin", 1, "days"),
    ("a day to the first moment of the gap", "2027-03-27T02:00:00", 0, "Europe/Berlin", 1, "days"),
    ("a day to just before the gap", "2027-03-27T01:59:59", 0, "Europe/Berlin", 1, "days"),
    ("a day to just after the gap", "2027-03-27T03:00:00", 0, "Europe/Berlin", 1, "days"),
    ("a day over the gap", "2027-03-27T02:30:00", 0, "Europe/Berlin", 2, "days"),
    ("a day into the overlap", "2027-10-30T02:30:00", 0, "Europe/Berlin", 1, "days"),
    ("a day to the first moment of the overlap", "2027-10-30T02:00:00", 0, "Europe/Berlin", 1, "days"),
    ("a day to just after the overlap", "2027-10-30T03:00:00", 0, "Europe/Berlin", 1, "days"),
    ("a day from the later of two", "2027-10-31T02:30:00", 1, "Europe/Berlin", 1, "days"),
    ("an hour from the earlier of two", "2027-10-31T02:30:00", 0, "Europe/Berlin", 1, "hours"),
    ("no day from the later of two", "2027-10-31T02:30:00", 1, "Europe/Berlin", 0, "days"),
    ("a week into summer time in New York", "2027-03-10T09:00:00", 0, "America/New_York", 1, "weeks"),
    ("a week into the gap in New York", "2027-03-07T02:15:00", 0, "America/New_York", 1, "weeks"),
    ("a week into the overlap in New York", "2027-10-31T01:15:00", 0, "America/New_York", 1, "weeks"),
    ("a month into the gap in New York", "2027-02-14T02:59:59", 0, "America/New_York", 1, "months"),
    ("days over the overlap in Los Angeles", "2027-11-05T17:00:00", 0, "America/Los_Angeles", 3, "days"),
    ("a day into summer time in Sydney", "2027-10-02T12:00:00", 0, "Australia/Sydney", 1, "days"),
    ("a day into the gap in Sydney", "2027-10-02T02:10:00", 0, "Australia/Sydney", 1, "days"),
    ("a day into the overlap in Sydney", "2027-04-03T02:10:00", 0, "Australia/Sydney", 1, "days"),
    ("24 hours over the overlap in Sydney", "2027-04-03T12:00:00", 0, "Australia/Sydney", 24, "hours"),
    ("half an hour's gap on Lord Howe", "2027-10-02T02:15:00", 0, "Australia/Lord_Howe", 1, "days"),
    ("half an hour's overlap on Lord Howe", "2027-04-03T01:45:00", 0, "Australia/Lord_Howe", 1, "days"),
    ("a day into the gap in Auckland", "2027-09-25T02:30:00", 0, "Pacific/Auckland", 1, "days"),
    ("a week over the change in Auckland", "2027-04-01T08:00:00", 0, "Pacific/Auckland", 1, "weeks"),
    ("a gap at midnight in Santiago", "2027-09-04T00:30:00", 0, "America/Santiago", 1, "days"),
    ("an overlap before midnight in Santiago", "2027-04-02T23:30:00", 0, "America/Santiago", 1, "days"),
    ("a gap at midnight in Beirut", "2027-03-27T00:15:00", 0, "Asia/Beirut", 1, "days"),
    ("a gap on the Azores", "2027-03-27T00:30:00", 0, "Atlantic/Azores", 1, "days"),
    ("45 minutes' offset on the Chathams", "2027-09-25T02:50:00", 0, "Pacific/Chatham", 1, "days"),
    ("a day that Samoa left out", "2011-12-29T10:00:00", 0, "Pacific/Apia", 1, "days"),
    ("over the day that Samoa left out", "2011-12-29T10:00:00", 0, "Pacific/Apia", 2, "days"),
    ("no summer time in Kolkata", "2027-03-27T12:00:00", 0, "Asia/Kolkata", 1, "months"),
    ("no summer time in Tokyo", "2027-10-30T23:59:59", 0, "Asia/Tokyo", 1, "days"),
    ("no summer time in Johannesburg", "2027-06-30T07:00:00", 0, "Africa/Johannesburg", 6, "months"),
    ("UTC", "2027-06-30T07:00:00", 0, "UTC", 90, "days"),
    ("London to summer time by months", "2027-01-28T01:30:00", 0, "Europe/London", 2, "months"),
    ("31 January and a month", "2027-01-31T09:00:00", 0, "Europe/Berlin", 1, "months"),
    ("31 January and a month in a leap year", "2028-01-31T09:00:00", 0, "Europe/Berlin", 1, "months"),
    ("30 January and a month in a leap year", "2028-01-30T09:00:00", 0, "Europe/Berlin", 1, "months"),
    ("29 February and a year", "2028-02-29T09:00:00", 0, "Europe/Berlin", 12, "months"),
    ("29 February and four years", "2028-02-29T09:00:00", 0, "Europe/Berlin", 48, "months"),
    ("28 February and a day in a leap year", "2028-02-28T09:00:00", 0, "Europe/Berlin", 1, "days"),
    ("28 February and a day", "2027-02-28T09:00:00", 0, "Europe/Berlin", 1, "days"),
    ("31 August and six months", "2027-08-31T18:00:00", 0, "Europe/Berlin", 6, "months"),
    ("31 October and a month in Sydney", "2027-10-31T18:00:00", 0, "Australia/Sydney", 1, "months"),
    ("31 December and two months in Santiago", "2027-12-31T18:00:00", 0, "America/Santiago", 2, "months"),
    ("a month over the end of the year", "2027-12-15T08:00:00", 0, "America/New_York", 1, "months"),
    ("a year of days, with a leap day in it", "2027-06-01T08:00:00", 0, "America/New_York", 366, "days"),
    ("53 weeks", "2027-06-01T08:00:00", 0, "Europe/Berlin", 53, "weeks"),
    ("five years of months", "2027-05-31T08:00:00", 0, "Europe/Berlin", 60, "months"),
    ("five years of days", "2027-05-31T08:00:00", 0, "Australia/Sydney", 1825, "days"),
    ("five years of hours", "2027-05-31T08:00:00", 0, "Australia/Sydney", 43800, "hours"),
    ("nothing at all", "2027-05-31T08:00:00", 0, "Europe/Berlin", 0, "months"),
]


def row(about, local, fold, name, amount, unit):
    zone = ZoneInfo(name)
    start = read_local(local, fold, zone)
    due = later(start, amount, unit, zone)
    wall = due.astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S%z")
    return {"about": about, "from": iso(start), "amount": amount, "unit": unit, "zone": name, "due": iso(due), "onTheWall": wall}


def generate():
    write("durations.json", [row(*case) for case in CASES])
