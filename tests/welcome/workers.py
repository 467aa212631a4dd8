"""A real worker, which can be killed."""

import os
import signal
import subprocess
import sys
import time


def start(world, *command):
    return subprocess.Popen(
        [sys.executable, "-m", "celery", "--app=livingwell", "--quiet", *command],
        env=world,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=open(f"{world['VAR_DIR']}/log", "ab"),
        stderr=subprocess.STDOUT,
    )


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(true, seconds=180):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.005)
