"""QTI 2.1 and 3.0: items alone and packages with a manifest; choice, order, match and text entry.

One reader for both versions, since `xmlnodes` takes the newer spelling back to the older. `lang` on an item tells its
language. Reasons go out as inline feedback of each choice, shown by the choice's identifier.
"""

from assessments.exchange.qti.packages import is_zip, read_package, write_package
from assessments.exchange.qti.reading import read_item
from assessments.exchange.qti.writing import VERSIONS, Version

__all__ = ["VERSIONS", "Version", "is_zip", "read_item", "read_package", "write_package"]
