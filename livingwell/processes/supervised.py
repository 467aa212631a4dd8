"""One part of the running product: started, watched, started again, stopped."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from .children import ends_with_us

#: A part that dies this often within a minute is not started again.
_TOO_OFTEN, _A_MINUTE = 5, 60
_GRACE = 10
#: How a part's last words begin when a variable is wrong: trying again is no use.
_WRONG = "livingwell.environment.Wrong: "


class GaveUp(Exception):
    """A part cannot be kept alive. Its message is for the person at the terminal."""


@dataclass
class Part:
    """A process of ours in a group of its own, with a log file of its own."""

    name: str
    command: list[str]
    environment: dict[str, str]
    log: Path
    #: The system user and group to run as, where not ourselves.
    user: str | None = None
    #: How it is asked to stop.
    stop_sign: int = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                user=self.user,
                group=self.user,
                extra_groups=[] if self.user else None,
                cwd="/" if self.user else None,
                start_new_session=True,
                preexec_fn=ends_with_us(self.stop_sign),
            )

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def keep_alive(self) -> bool:
        """Start it again if it has died. Returns whether it had. Raises GaveUp."""
        if self.process is None or self.is_running:
            return False
        self._end_group(signal.SIGKILL)  # what a dead parent left behind
        last = self.last_words()
        if last.startswith(_WRONG):
            raise GaveUp(last.removeprefix(_WRONG))
        now = time.monotonic()
        self.deaths = [t for t in self.deaths if now - t < _A_MINUTE] + [now]
        if len(self.deaths) >= _TOO_OFTEN:
            raise GaveUp(
                f"The {self.name} has ended {_TOO_OFTEN} times within a minute. "
                f"{self.log} says why; it ends with:\n{last}"
            )
        time.sleep(min(0.2 * 2 ** len(self.deaths), 5))
        self.start()
        return True

    def last_words(self) -> str:
        """The last line of its log."""
        if not self.log.exists():
            return ""
        lines = self.log.read_bytes()[-4000:].decode(errors="replace").splitlines()
        return next((line for line in reversed(lines) if line.strip()), "")

    def ask_to_stop(self) -> None:
        if self.process and self.is_running:
            self.process.send_signal(self.stop_sign)

    def stop(self, until: float) -> None:
        """Wait until that moment for a good end, then end the whole group."""
        if self.process is None:
            return
        try:
            self.process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._end_group(signal.SIGKILL)
        self.process.wait()

    def _end_group(self, sign: int) -> None:
        if self.process:
            try:
                os.killpg(self.process.pid, sign)
            except ProcessLookupError:
                return


def stop_all(parts: list[Part], grace: float = _GRACE) -> None:
    """Ask all of them at once, then wait for each."""
    for part in parts:
        part.ask_to_stop()
    until = time.monotonic() + grace
    for part in parts:
        part.stop(until)
