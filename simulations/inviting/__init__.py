"""Bringing people round a table: who goes into which room, which seat is proposed to whom, and what they are sent.

seating     pure rules: rooms and seats for people of several services
calendar    one conference as an entry of a calendar, and its cancelling
letters     the e-mails that carry it, each in its reader's language
"""
