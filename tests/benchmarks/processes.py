"""What a process that runs beside a benchmark has used, as Linux counts it."""

import re
import subprocess
from pathlib import Path


def cpu_of(process: "subprocess.Popen[bytes]") -> float:
    """The processor time of a process so far, in seconds."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def kib_of(process: "subprocess.Popen[bytes]") -> int:
    """The memory of a process, in KiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))  # type: ignore[union-attr]
