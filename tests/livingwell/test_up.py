"""`make run`, really run: ready, healed, stopped, and nothing of it left."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from livingwell.processes.embedded_servers import free_port

HOUSE = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


class Run:
    """One start of the product, with its data in `var`."""

    def __init__(self, var, **given):
        self.var, self.port = var, given.pop("PORT", None) or free_port()
        self.words = var.parent / f"said-{time.monotonic_ns()}"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "PORT": str(self.port),
            "VAR_DIR": str(var),
            "DEMO": "off",
        }
        with self.words.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "livingwell.processes.supervisor"],
                cwd=HOUSE,
                env=environment | given,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def said(self):
        return self.words.read_text()

    def get(self, path):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            link.request("GET", path, headers={"Host": "localhost"})
            answer = link.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            link.close()

    def wait_until(self, true, seconds=90):
        until = time.monotonic() + seconds
        while not true():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)
        return self

    def is_ready(self):
        return self.get("/readyz")[0] == 200

    def wait(self):
        return self.wait_until(lambda: "is ready after" in self.said(), 300)

    def end(self, sign=signal.SIGTERM):
        self.process.send_signal(sign)
        return self.process.wait(40)

    def family(self):
        """Every process that has to do with `var`, by command, folder or variables."""
        return {pid: name for pid, name in processes() if belongs(pid, str(self.var))}

    def of(self, *words):
        """The part whose command has these words: a child of the first process."""
        for pid, command in processes():
            if parent(pid) == self.process.pid and all(w in command for w in words):
                return pid
        return None

    def worker_seconds(self):
        return json.loads(self.get("/readyz")[1] or "{}").get("worker_seconds")


def processes():
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            words = look(folder / "cmdline").replace("\0", " ").strip()
            if words:
                yield int(folder.name), words


def belongs(pid, var):
    folder = Path(f"/proc/{pid}")
    try:
        where = os.readlink(folder / "cwd")
    except OSError:
        where = ""
    known = where + " " + look(folder / "cmdline") + look(folder / "environ")
    return var in known and pid != os.getpid()


def parent(pid):
    after_name = look(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return int(after_name[1]) if after_name else None


def look(file):
    try:
        return file.read_bytes().decode(errors="replace")
    except OSError:
        return ""


def nothing_is_left(run, seconds=15):
    until = time.monotonic() + seconds
    while run.family() and time.monotonic() < until:
        time.sleep(0.1)
    assert not run.family()


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("the product") / "var"


@pytest.fixture(scope="module")
def run(var):
    """The first start, on an empty folder; the tests below happen to it in order."""
    started = Run(var)
    try:
        yield started.wait()
    finally:  # also where it was never ready
        if started.process.poll() is None:
            started.end()


def test_the_first_start_ends_ready_and_says_where(run):
    assert run.is_ready()
    assert f"http://localhost:{run.port}/" in run.said()
    assert "Preparing the database" in run.said()
    assert run.get("/accounts/login/")[0] == 200
    assert run.get("/static/css/tokens.css")[0] == 200


def test_pages_are_sent_with_every_guard(run):
    link = http.client.HTTPConnection("127.0.0.1", run.port, timeout=10)
    link.request("GET", "/accounts/login/", headers={"Host": "localhost"})
    headers = {k.lower(): v for k, v in link.getresponse().getheaders()}
    link.close()

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "'strict-dynamic'" in policy
    assert "unsafe" not in policy
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["x-request-id"]


def test_no_part_knows_the_owner_of_the_database(run):
    for words in ("gunicorn", "worker", "beat"):
        known = look(Path(f"/proc/{run.of('-m', words)}/environ"))
        assert "livingwell_app" in known
        assert "livingwell_owner" not in known
        assert "APP_ROLE_PASSWORD" not in known


def test_every_line_of_a_log_of_ours_is_json(run):
    run.get("/nowhere/?who=Amina")
    run.wait_until(lambda: "/nowhere/" in look(run.var / "log" / "web.log"), 5)
    for name in ("web", "worker", "scheduler"):
        for line in look(run.var / "log" / f"{name}.log").splitlines():
            assert json.loads(line)["logger"], line
    assert "Amina" not in look(run.var / "log" / "web.log")


def test_a_second_start_on_the_same_data_says_so(run):
    second = Run(run.var)

    assert second.process.wait(20) == 1
    assert "Living Well is already running" in second.said()
    assert "Traceback" not in second.said()


def test_a_taken_port_is_said_in_a_sentence(run, tmp_path):
    second = Run(tmp_path / "var", PORT=run.port)

    assert second.process.wait(20) == 1
    assert f"Port {run.port} cannot be used" in second.said()
    assert "Traceback" not in second.said()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("worker", ("celery", "worker")),
        ("web", ("gunicorn",)),
        ("scheduler", ("beat",)),
    ],
)
def test_a_killed_part_is_started_again(run, name, words):
    before = run.of("-m", *words)
    os.kill(before, signal.SIGKILL)

    said = f"The {name} stopped, and has been started again."
    run.wait_until(lambda: said in run.said(), 20)
    assert run.of("-m", *words) not in (None, before)
    time.sleep(3)
    # a beat from after that: the web answers, and scheduler or worker made it
    run.wait_until(lambda: (run.worker_seconds() or 99) <= 2, 30)
    run.wait_until(run.is_ready, 10)


def test_a_killed_broker_comes_back(run):
    os.kill(run.of("valkey-server"), signal.SIGKILL)

    said = "The broker stopped, and has been started again."
    run.wait_until(lambda: said in run.said(), 10)
    # its heartbeat was lost with it: this one came through the new broker
    run.wait_until(run.is_ready, 40)


def test_a_killed_database_comes_back_and_the_pages_with_it(run):
    os.kill(run.of("postgres", "-D"), signal.SIGKILL)

    said = "The database stopped, and has been started again."
    run.wait_until(lambda: said in run.said(), 20)
    run.wait_until(run.is_ready, 40)
    run.wait_until(lambda: run.get("/accounts/login/")[0] == 200, 20)


def test_asked_to_stop_it_leaves_nothing_running(run):
    assert run.end(signal.SIGTERM) == 0
    nothing_is_left(run, 1)
    assert "Traceback" not in run.said()


def test_the_second_start_prepares_nothing_again(run, var):
    second = Run(var).wait()
    try:
        assert " … " not in second.said()
        seconds = float(second.said().partition("ready after ")[2].partition(" s")[0])
        # under 5 on a quiet machine; here the other half of the tests runs beside it
        assert seconds < 20
    finally:
        assert second.end(signal.SIGHUP) == 0
    nothing_is_left(second, 1)


def test_even_killed_it_leaves_nothing_running(run, var):
    third = Run(var).wait()

    third.end(signal.SIGKILL)

    nothing_is_left(third)


def test_a_start_after_that_comes_up_and_stops_by_ctrl_c(run, var):
    fourth = Run(var).wait()

    assert fourth.end(signal.SIGINT) == 0
    nothing_is_left(fourth, 1)


def test_a_wrong_variable_ends_it_with_the_sentence_alone(run, var):
    wrong = Run(var, OUTBOX_WAITS="soon")

    assert wrong.process.wait(60) == 1
    assert wrong.said().strip().startswith("OUTBOX_WAITS must be whole seconds")
    assert "Traceback" not in wrong.said()
    nothing_is_left(wrong, 1)
