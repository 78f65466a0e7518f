"""moments.json: where offsets from a record's date lead to."""
from datetime import date
from zoneinfo import ZoneInfo

from calendar_rules import EXACT, at_time, iso, later, moved, on_the_wall, read_local, shown, write

# What the case is about, the anchor (a local time, "~" after it for the later of two, or a calendar date), the zone, the offset, the time of day.
# Business starts at 09:00 unless the last says otherwise.
BERLIN, NEW_YORK, SYDNEY, AUCKLAND = "Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Auckland"
SANTIAGO, CASABLANCA, LORD_HOWE = "America/Santiago", "Africa/Casablanca", "Australia/Lord_Howe"
KATHMANDU, APIA, LONDON = "Asia/Kathmandu", "Pacific/Apia", "Europe/London"
CASES = [
    # An instant, days and weeks before and after.
    ("a session reminder", "2027-06-12T15:00:00", BERLIN, "3 days before", "09:00"),
    ("a session reminder that keeps the time", "2027-06-12T15:00:00", BERLIN, "3 days before", None),
    ("the morning of the session", "2027-06-12T15:00:00", BERLIN, "0 days before", "08:00"),
    ("the session itself", "2027-06-12T15:00:00", BERLIN, "0 days before", None),
    ("the session itself with a time that is later", "2027-06-12T15:00:00", BERLIN, "0 days after", "21:15"),
    ("hours before are exact", "2027-06-12T15:00:00", BERLIN, "2 hours before", None),
    ("minutes after are exact", "2027-06-12T15:00:00", BERLIN, "90 minutes after", None),
    ("seconds of the anchor stay", "2027-06-12T15:00:42.250", BERLIN, "1 days before", None),
    ("seconds of the anchor go with a time of day", "2027-06-12T15:00:42.250", BERLIN, "1 days before", "15:00"),
    ("a session just after midnight counts from its local day", "2027-06-12T00:30:00", SYDNEY, "1 days before", "18:00"),
    ("a session late in the evening counts from its local day", "2027-06-12T23:30:00", NEW_YORK, "1 days before", "18:00"),
    ("a week after, on the other side of the new year", "2027-12-28T14:00:00", BERLIN, "1 weeks after", "10:00"),
    ("a week before, on the other side of the new year", "2028-01-03T14:00:00", BERLIN, "1 weeks before", "10:00"),
    ("midnight as a time of day", "2027-06-12T15:00:00", BERLIN, "1 days before", "00:00"),
    ("the last minute of the day", "2027-06-12T15:00:00", BERLIN, "1 days before", "23:59"),
    ("UTC has no summer", "2027-03-28T12:00:00", "UTC", "1 days before", "09:00"),
    ("Kathmandu at a quarter to", "2027-06-12T15:00:00", KATHMANDU, "2 days before", "09:00"),
    ("Kathmandu by hours", "2027-06-12T00:15:00", KATHMANDU, "1 hours before", None),
    # The northern spring: Berlin loses 02:00 to 03:00 on 28 March 2027, New York on 14 March.
    ("into the gap, backwards", "2027-03-29T02:30:00", BERLIN, "1 days before", None),
    ("into the gap by a time of day", "2027-03-29T15:00:00", BERLIN, "1 days before", "02:30"),
    ("the first moment of the gap", "2027-03-29T15:00:00", BERLIN, "1 days before", "02:00"),
    ("the last minute of the gap", "2027-03-29T15:00:00", BERLIN, "1 days before", "02:59"),
    ("just after the gap", "2027-03-29T15:00:00", BERLIN, "1 days before", "03:00"),
    ("over the gap by days keeps the time", "2027-03-29T12:00:00", BERLIN, "2 days before", None),
    ("over the gap by hours does not", "2027-03-29T12:00:00", BERLIN, "48 hours before", None),
    ("over the gap after", "2027-03-27T12:00:00", BERLIN, "1 days after", None),
    ("in New York into the gap", "2027-03-15T09:00:00", NEW_YORK, "1 days before", "02:15"),
    ("in New York over the gap by weeks", "2027-03-20T09:00:00", NEW_YORK, "1 weeks before", None),
    ("in New York over the gap by hours", "2027-03-14T09:00:00", NEW_YORK, "24 hours before", None),
    ("between the two springs Berlin and New York are five hours apart", "2027-03-20T09:00:00", NEW_YORK, "3 days after", "09:00"),
    # The northern autumn: Berlin shows 02:00 to 03:00 twice on 31 October 2027, New York 01:00 to 02:00 on 7 November.
    ("into the overlap, the earlier", "2027-11-01T02:30:00", BERLIN, "1 days before", None),
    ("into the overlap by a time of day, the earlier", "2027-11-01T15:00:00", BERLIN, "1 days before", "02:00"),
    ("the last minute of the overlap", "2027-11-01T15:00:00", BERLIN, "1 days before", "02:59"),
    ("just after the overlap", "2027-11-01T15:00:00", BERLIN, "1 days before", "03:00"),
    ("from the later of two", "2027-10-31T02:30:00~", BERLIN, "1 days after", None),
    ("nothing from the later of two is the later", "2027-10-31T02:30:00~", BERLIN, "0 days before", None),
    ("a time of day from the later of two is the earlier", "2027-10-31T02:30:00~", BERLIN, "0 days before", "02:30"),
    ("an hour before the later of two is the earlier", "2027-10-31T02:30:00~", BERLIN, "1 hours before", None),
    ("over the overlap by days", "2027-11-01T12:00:00", BERLIN, "2 days before", None),
    ("over the overlap by hours", "2027-11-01T12:00:00", BERLIN, "48 hours before", None),
    ("in New York into the overlap", "2027-11-08T10:00:00", NEW_YORK, "1 days before", "01:30"),
    ("in New York from the later of two", "2027-11-07T01:30:00~", NEW_YORK, "1 weeks before", None),
    # The south: Sydney loses 02:00 to 03:00 on 3 October 2027 and shows it twice on 4 April; Auckland on 26 September and 4 April.
    ("in Sydney into the gap", "2027-10-04T15:00:00", SYDNEY, "1 days before", "02:30"),
    ("in Sydney over the gap", "2027-10-04T12:00:00", SYDNEY, "3 days before", None),
    ("in Sydney into the overlap", "2027-04-05T12:00:00", SYDNEY, "1 days before", "02:30"),
    ("in Sydney over the overlap by hours", "2027-04-05T12:00:00", SYDNEY, "36 hours before", None),
    ("in Auckland into the gap", "2027-09-27T12:00:00", AUCKLAND, "1 days before", "02:45"),
    ("in Auckland over the overlap", "2027-04-10T18:00:00", AUCKLAND, "1 weeks before", None),
    ("in Auckland the day is already tomorrow", "2027-06-12T08:00:00", AUCKLAND, "1 days before", "20:00"),
    ("in Santiago midnight is missing", "2027-09-06T12:00:00", SANTIAGO, "1 days before", "00:00"),
    ("in Santiago half past midnight is missing", "2027-09-06T12:00:00", SANTIAGO, "1 days before", "00:30"),
    ("in Santiago the last hour comes twice", "2027-04-04T12:00:00", SANTIAGO, "1 days before", "23:30"),
    ("in Santiago over the gap by days", "2027-09-06T12:00:00", SANTIAGO, "2 days before", None),
    ("on Lord Howe the gap is half an hour", "2027-10-04T12:00:00", LORD_HOWE, "1 days before", "02:10"),
    ("on Lord Howe after the gap", "2027-10-04T12:00:00", LORD_HOWE, "1 days before", "02:30"),
    ("on Lord Howe half an hour comes twice", "2027-04-05T12:00:00", LORD_HOWE, "1 days before", "01:40"),
    ("on Lord Howe over the change by hours", "2027-10-04T12:00:00", LORD_HOWE, "48 hours before", None),
    # Casablanca goes back for Ramadan and forward after it: in 2026 back on 15 February and forward on 22 March.
    ("in Casablanca into the overlap before Ramadan", "2026-02-16T12:00:00", CASABLANCA, "1 days before", "02:30"),
    ("in Casablanca into the gap after Ramadan", "2026-03-23T12:00:00", CASABLANCA, "1 days before", "02:30"),
    ("in Casablanca over the whole of Ramadan", "2026-03-25T12:00:00", CASABLANCA, "2 months before", None),
    ("in Casablanca a day in Ramadan", "2026-03-10T12:00:00", CASABLANCA, "1 weeks before", "10:00"),
    # Samoa left out 30 December 2011.
    ("onto the day that Samoa left out", "2011-12-31T10:00:00", APIA, "1 days before", None),
    ("onto the day that Samoa left out, at a time", "2011-12-29T10:00:00", APIA, "1 days after", "18:00"),
    ("over the day that Samoa left out", "2011-12-31T10:00:00", APIA, "2 days before", None),
    ("24 hours over the day that Samoa left out", "2011-12-31T10:00:00", APIA, "24 hours before", None),
    ("a date that Samoa left out", "2011-12-30", APIA, "0 days after", None),
    ("a day before a date that Samoa left out", "2011-12-30", APIA, "1 days before", None),
    # Months, and the days that they lack.
    ("a month before 31 March", "2027-03-31T12:00:00", BERLIN, "1 months before", None),
    ("a month before 31 March in a leap year", "2028-03-31T12:00:00", BERLIN, "1 months before", None),
    ("a month after 31 January", "2027-01-31T12:00:00", BERLIN, "1 months after", None),
    ("a month after 30 January in a leap year", "2028-01-30T12:00:00", NEW_YORK, "1 months after", None),
    ("a year after 29 February", "2028-02-29T12:00:00", BERLIN, "12 months after", None),
    ("a year before 29 February", "2028-02-29T12:00:00", BERLIN, "12 months before", None),
    ("four years after 29 February", "2028-02-29T12:00:00", SYDNEY, "48 months after", None),
    ("a day before 1 March in a leap year", "2028-03-01T12:00:00", BERLIN, "1 days before", None),
    ("a day before 1 March", "2027-03-01T12:00:00", BERLIN, "1 days before", None),
    ("a month before 31 May", "2027-05-31T12:00:00", AUCKLAND, "1 months before", "09:00"),
    ("six months before 31 August is the end of February", "2027-08-31T12:00:00", BERLIN, "6 months before", "09:00"),
    ("a month into the gap", "2027-02-28T02:30:00", BERLIN, "1 months after", None),
    ("months into the overlap", "2027-08-31T02:30:00", BERLIN, "2 months after", None),
    ("a month over the new year", "2028-01-15T12:00:00", SYDNEY, "1 months before", None),
    ("two months onto a leap day", "2027-12-29T12:00:00", BERLIN, "2 months after", None),
    ("two months onto a leap day from a longer month", "2027-12-31T12:00:00", BERLIN, "2 months after", None),
    # Calendar dates: the brand's start of business, or the time of day.
    ("an invoice due", "2027-05-02", BERLIN, "0 days after", None),
    ("three days before it is due", "2027-05-02", BERLIN, "3 days before", None),
    ("three days before it is due, at a time", "2027-05-02", BERLIN, "3 days before", "16:45"),
    ("a week overdue", "2027-05-02", NEW_YORK, "1 weeks after", None),
    ("a date in winter", "2027-01-15", NEW_YORK, "1 days before", None),
    ("a date over the change of the clocks", "2027-03-29", BERLIN, "2 days before", None),
    ("a date in Auckland begins early in UTC", "2027-06-12", AUCKLAND, "0 days before", None),
    ("a date in Kathmandu", "2027-06-12", KATHMANDU, "1 days before", "07:30"),
    ("a date, two hours before business", "2027-05-02", BERLIN, "2 hours before", None),
    ("a date, 30 hours after the start of business", "2027-05-02", BERLIN, "30 hours after", None),
    ("a date whose business starts in a gap", "2027-03-28", BERLIN, "0 days after", None, "02:30"),
    ("a day after a date whose business starts in a gap keeps the hour", "2027-03-28", BERLIN, "1 days after", None, "02:30"),
    ("a date whose business starts at midnight, in Santiago", "2027-09-05", SANTIAGO, "0 days after", None, "00:00"),
    ("an early start of business", "2027-05-02", SYDNEY, "1 days before", None, "06:30"),
    ("a leap day and a year", "2028-02-29", BERLIN, "12 months after", None),
    ("a month before the last of March", "2028-03-31", BERLIN, "1 months before", None),
    ("the eve of the new year", "2028-01-01", BERLIN, "1 days before", "23:59"),
    ("the first of the year from its eve", "2027-12-31", LONDON, "1 days after", "00:00"),
    # The zone of the brand changed between two computations: the same instant, other days.
    ("a brand in Berlin", "2027-06-12T15:00:00", BERLIN, "1 days before", "09:00"),
    ("the same brand, moved to Auckland", "@2027-06-12T13:00:00", AUCKLAND, "1 days before", "09:00"),
    ("the same brand, moved to New York", "@2027-06-12T13:00:00", NEW_YORK, "1 days before", "09:00"),
    ("the same brand, moved to Kathmandu", "@2027-06-12T13:00:00", KATHMANDU, "1 days before", "09:00"),
    ("the same date in Berlin", "2027-06-12", BERLIN, "1 days before", None),
    ("the same date, moved to New York", "2027-06-12", NEW_YORK, "1 days before", None),
    # Far away.
    ("a year after a session", "2027-06-12T15:00:00", BERLIN, "12 months after", "10:00"),
    ("a year after a session by days", "2027-06-12T15:00:00", SYDNEY, "365 days after", "10:00"),
    ("five years after by months", "2027-05-31T15:00:00", BERLIN, "60 months after", None),
    ("five years before by months", "2031-05-31T15:00:00", BERLIN, "60 months before", None),
    ("five years after by days", "2027-06-12T15:00:00", SYDNEY, "1825 days after", None),
    ("five years after by weeks", "2027-06-12T15:00:00", NEW_YORK, "260 weeks after", None),
    ("five years before by hours", "2031-06-12T15:00:00", AUCKLAND, "43800 hours before", None),
    ("five years before by minutes", "2031-06-12T15:00:00", NEW_YORK, "2628000 minutes before", None),
    ("five years after a date", "2028-02-29", BERLIN, "60 months after", None),
]


def moment(anchor, amount, unit, at, zone, business):
    """A calendar date is the start of business on it; an instant is itself."""
    if isinstance(anchor, date) and unit not in EXACT:
        return on_the_wall(at_time(moved(anchor, amount, unit), at or business), zone)
    start = on_the_wall(at_time(anchor, business), zone) if isinstance(anchor, date) else anchor.instant
    reached = later(start, amount, unit, zone)
    if at is None:
        return reached
    # A day that the clock would show as another one is still the day that was asked for.
    day = reached.astimezone(zone).date() if unit in EXACT else moved(start.astimezone(zone).date(), amount, unit)
    return on_the_wall(at_time(day, at), zone)


class Instant:
    def __init__(self, text, zone):
        if text.startswith("@"):
            self.instant = read_local(text[1:], 0, ZoneInfo("UTC"))
        else:
            self.instant = read_local(text.rstrip("~"), int(text.endswith("~")), zone)


def row(about, anchor, name, offset, at, business="09:00"):
    zone = ZoneInfo(name)
    amount, unit, direction = offset.split()
    signed = -int(amount) if direction == "before" else int(amount)
    start = date.fromisoformat(anchor) if len(anchor) == 10 else Instant(anchor, zone)
    due = moment(start, signed, unit, at, zone, business)
    return {
        "about": about,
        "anchor": anchor if len(anchor) == 10 else iso(start.instant),
        "offset": {"amount": int(amount), "unit": unit, "direction": direction},
        **({"at": at} if at else {}),
        "zone": name,
        "business": business,
        "due": iso(due),
        "onTheWall": shown(due, zone),
    }


def generate():
    write("moments.json", [row(*case) for case in CASES])
