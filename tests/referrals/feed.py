"""The open feed, as one who reads it asks for it; and a service of another."""

from uuid import uuid4

FEED = "/open-referral"
#: Set wherever something private can be set; no answer may hold it.
MARK = "zwischen-uns-gesagt"


def get(client, path, **asked):
    answer = client.get(f"{FEED}/{path}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def service(**given):
    """The least that the standard wants, as a stranger's directory writes it."""
    least = {
        "id": str(uuid4()),
        "name": "Walk and talk",
        "status": "active",
        "organization": {"id": str(uuid4()), "name": "Fell Side", "description": "Us"},
    }
    return least | given
