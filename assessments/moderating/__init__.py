"""Written work, marked by people: two who know neither the writer's name nor each other's marks; where they differ, a third.

agreement   how far two markers agree: pure
settling    what two markers' points come to, and when a third is needed: pure
models      a marker's sheet; what people decided that an answer is worth
actions     keeping a sheet, settling, moderating
rulings     deciding what an answer is worth
correcting  an attempt's result and its record after that
selectors   what waits for whom
views       the pages of those who mark
"""
