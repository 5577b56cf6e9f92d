"""Live conferences: a group holds a virtual child protection conference from a scenario file.

`engine` decides, purely, what may happen and who may see it; `live` carries it over sockets; here are the rows it is
kept in, what people do from pages (plan, invite, take a seat), and the pages themselves.
"""
