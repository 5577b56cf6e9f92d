"""The live conference: sockets, rooms, the clock. The engine decides, the log keeps; here it is carried to people.

    protocol    the messages, as types
    asyncapi    the protocol as an AsyncAPI document
    consumer    one socket: who is it, and what do they ask? It parses, and hands on
    polling     the same by HTTP requests, for networks that let no socket through; lines: what lies ready for those who ask so
    origin      whether a page of our own asks
    membership  whether a person may be in a room, asked at connecting and at every command
    rooms       one Room a conference in this process: decides one command after another, stores, then sends
    waiting     a command in its queue, and how whoever asked hears of the answer; instants: what time it is
    telling     what a room's viewers are sent: all they may see, and then what is another than before
    viewers     one socket's side of it: who it is, and what waits to be sent to it
    render      sections in a reader's language as JSON; drawing, with regions, as HTML
    house       all rooms of this process
    store       the database, in threads of their own, with several rooms' appends in one transaction
    gathering   what several ask of it at about the same time, asked for all of them at once
    clock       submits what is due
    doorbell    tells other processes that a log grew
    server      Daphne, with back-pressure and a clean stop

docs/live-conference.md tells how they work together, and documents the protocol.
"""
