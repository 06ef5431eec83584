"""Prints when the water is high today: twice a day, 50 minutes later each day."""
from datetime import date, timedelta

minutes = (date.today().toordinal() * 50) % 745
for tide in (minutes, minutes + 745):
    print("high water at", timedelta(minutes=tide % 1440))
