"""GIFT, the text format of Moodle's: read and written. A blank line ends a question; `\\` keeps a sign from being one.

`::name:: text {answers}`: `=` before what is right and `~` before what is not, `#` before a reason, `->` between what belongs
together, `####` before the feedback to all. `$CATEGORY:` names what follows, here an outcome. A line of `// [id:…]` before a
question carries its key.
"""

from assessments.exchange.gift.reading import read
from assessments.exchange.gift.writing import CANNOT, write

__all__ = ["CANNOT", "read", "write"]
