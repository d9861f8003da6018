"""Deadlines as a calendar (iCalendar): an all-day event for each, with alarms before it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from rectledger.messages import Language, catalogue, say
from rectledger.views.appointments import Appointment

ALARMS = (20, 10, 1)
"""Days before."""
_LAST = date.max - timedelta(days=1)


def calendar(appointments: Iterable[Appointment], name: str, day: date, language: Language) -> bytes:
    """Appointments as they are known on a day; the same for the same day."""
    whole = Calendar()
    whole.add("prodid", "-//rectledger//export 1//ZH")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", name)
    stamp = datetime.combine(day, time(), UTC)
    for appointment in appointments:
        if appointment.day <= _LAST:
            whole.add_component(_event(appointment, stamp, language))
    return bytes(whole.to_ical())


def _event(appointment: Appointment, stamp: datetime, language: Language) -> Event:
    event, summary = Event(), _summary(appointment, language)
    event.add("uid", f"{appointment.uid}@rectledger")
    event.add("dtstamp", stamp)
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(appointment, language))
    event.add("transp", "TRANSPARENT")
    for days in ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


def _summary(appointment: Appointment, language: Language) -> str:
    limit = f"clock.{appointment.ref}"
    ref = say(limit, language) if appointment.kind == "limit" and limit in catalogue() else appointment.ref
    values = {"ref": ref, "title": appointment.title, "owed": appointment.owed}
    return say(f"calendar.{appointment.kind}", language, values)


def _description(appointment: Appointment, language: Language) -> str:
    named = {"owner": appointment.owner, "leader": appointment.leader}
    people = [say(f"field.{key}", language) + name for key, name in named.items() if name]
    provisional = [say("calendar.provisional", language)] if appointment.provisional else []
    return "\n".join(filter(None, [appointment.text, *people, *provisional]))
