"""The whole set of icons, each a line drawing in a 24-unit box. A new one needs a state that has none.

An icon never stands alone: a word is beside it, so all are hidden from screen readers.
"""

ICONS = {
    "padlock": '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "hand": '<path d="M8 13V6.5a1.5 1.5 0 0 1 3 0V11m0-5.500a1.5 1.5 0 0 1 3 0V11m0-4a1.5 1.5 0 0 1 3 0v7a6 6 0 0 1-6 6h-.5a6 6 0 0 1-5-2.700L3.8 14.500a1.5 1.5 0 0 1 2.4-1.800L8 15"/>',
    "speech": '<path d="M4 5h16v11H10l-5 4v-4H4z"/>',
    "page": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
    "people": '<circle cx="9" cy="8" r="3.2"/><path d="M3 20c0-3.5 2.6-6 6-6s6 2.5 6 6M15.5 5.200a3.2 3.2 0 0 1 0 5.600M17.5 14.500c2.1.9 3.5 2.9 3.5 5.5"/>',
    "broken-signal": '<path d="M4 4l16 16M8.5 15.500a5 5 0 0 1 6 0M5.5 12a9.5 9.5 0 0 1 4-2.200M14 9.700a9.5 9.5 0 0 1 4.5 2.300M2.5 8.500A14 14 0 0 1 6 6.200M10.5 5.100A14 14 0 0 1 21.5 8.5"/><circle cx="11.5" cy="19" r=".6"/>',
    "chair": '<path d="M8 3v10h8V3M8 8h8M7 13h10M8 13v8M16 13v8"/>',
    "pen": '<path d="M4 20l1-4L16 5l3 3L8 19zM13.5 7.500l3 3"/>',
    "tick": '<path d="M5 12.500l4.5 4.500L19 7.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "warning": '<path d="M12 4L2.8 19.500h18.400zM12 10v4.500M12 17v.1"/>',
    "flag": '<path d="M6 21V4M6 4h12l-2.5 4L18 12H6"/>',
    "play": '<path d="M8 5l11 7-11 7z"/>',
    "pause": '<path d="M8.5 5v14M15.5 5v14"/>',
    "arrow": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "chevron-right": '<path d="M9 5l7 7-7 7"/>',
    "chevron-left": '<path d="M15 5l-7 7 7 7"/>',
    "chevron-down": '<path d="M5 9l7 7 7-7"/>',
    "chevron-up": '<path d="M5 15l7-7 7 7"/>',
    "door": '<path d="M10 4H5v16h5M10 12h10M16 8l4 4-4 4"/>',
}
