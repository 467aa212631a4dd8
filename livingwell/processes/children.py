"""Processes of ours that must not outlive us."""

import ctypes
import signal
import sys
from collections.abc import Callable


def ends_with_us(sign: int = signal.SIGTERM) -> Callable[[], None]:
    """For `preexec_fn`: be sent this signal when the parent dies, however it dies.

    The kernel looks at the parent's *thread*: start children from the main one.
    """

    def ask_the_kernel() -> None:
        if sys.platform == "linux":
            pr_set_pdeathsig = 1
            ctypes.CDLL(None).prctl(pr_set_pdeathsig, sign)

    return ask_the_kernel
