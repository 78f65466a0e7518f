"""The rules of the calendar, written from the design's words and on Python's standard library alone, to hold our own against."""
import calendar
import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

UTC = timezone.utc
EXACT = ("seconds", "minutes", "hours")


def on_the_wall(wall, zone):
    """fold=0 is the earlier of two, and in a gap the offset from before it, which lands forward by the gap (PEP 495)."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def months_on(wall, amount):
    year, month = divmod(wall.year * 12 + wall.month - 1 + amount, 12)
    return wall.replace(year=year, month=month + 1, day=min(wall.day, calendar.monthrange(year, month + 1)[1]))


def moved(wall, amount, unit):
    return months_on(wall, amount) if unit == "months" else wall + timedelta(**{unit: amount})


def later(start, amount, unit, zone):
    """A duration after an instant; a negative amount leads back."""
    if amount == 0:
        return start
    if unit in EXACT:
        return start + timedelta(**{unit: amount})
    return on_the_wall(moved(start.astimezone(zone).replace(tzinfo=None), amount, unit), zone)


def at_time(day, time):
    return datetime.combine(day, datetime.strptime(time, "%H:%M").time())


def iso(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def read_local(local, fold, zone):
    return datetime.fromisoformat(local).replace(tzinfo=zone, fold=fold).astimezone(UTC)


def shown(instant, zone):
    """The instant as a person in the zone reads it, for the reader of the table."""
    return instant.astimezone(zone).strftime("%a %Y-%m-%dT%H:%M:%S%z")


def write(name, rows):
    text = ",\n".join("  " + json.dumps(row) for row in rows)
    Path(__file__).with_name(name).write_text(f"[\n{text}\n]\n")
