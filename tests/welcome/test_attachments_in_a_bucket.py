"""Files in S3-compatible storage: the same, over HTTP, on a server inside the test."""

import socket

import boto3
import pytest
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from livingwell.settings import attachments as from_variables
from welcome import actions
from welcome.actions import attachment_scans
from welcome.attachments import storing

from .. import factories as make
from .. import files

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
KEY, SECRET = "AKIATEST", "se/cret+with%signs"


@pytest.fixture(scope="module")
def s3():
    """A server that speaks S3; the address that a setting would have, and a client."""
    server = ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="eu-west-2",
        aws_access_key_id=KEY, aws_secret_access_key=SECRET,
    )  # fmt: skip
    client.create_bucket(
        Bucket="people",
        CreateBucketConfiguration={"LocationConstraint": "eu-west-2"},
    )
    secret = SECRET.replace("%", "%25").replace("/", "%2F").replace("+", "%2B")
    at = f"{KEY}:{secret}@{host}:{port}"
    yield f"s3://{at}/people?region=eu-west-2&tls=off", client
    server.stop()


@pytest.fixture
def in_a_bucket(settings):
    """Keeps files where this address says."""

    def choose(url):
        bucket = from_variables._in_a_bucket(url)
        settings.STORAGES = settings.STORAGES | {"attachments": bucket}
        return storages["attachments"]

    return choose


def names(client):
    found = client.list_objects_v2(Bucket="people").get("Contents", [])
    return [item["Key"] for item in found]


def test_a_file_goes_to_the_bucket_encrypted_comes_back_and_is_erased(
    s3, in_a_bucket, amina, priya
):
    url, client = s3
    in_a_bucket(url)
    letter = make.add_file(amina, priya)

    assert names(client) == [letter.storage_key.hex]
    kept = client.get_object(Bucket="people", Key=letter.storage_key.hex)
    assert b"PDF" not in kept["Body"].read()
    assert storing.content_of(letter.storage_key, letter.sealed_key) == files.PDF

    actions.remove_attachment(letter, by=priya, why="Wrong person")
    assert attachment_scans.erase_attachments() == 1
    assert names(client) == []


def test_a_key_of_the_setting_may_hold_any_sign(s3, in_a_bucket):
    storage = in_a_bucket(s3[0])
    assert (storage.access_key, storage.secret_key) == (KEY, SECRET)
    assert storage.region_name == "eu-west-2"


def test_a_bucket_that_is_away_is_said_in_a_sentence(in_a_bucket, amina, priya):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        in_a_bucket(f"s3://k:s@127.0.0.1:{taken.getsockname()[1]}/people?tls=off")
        with pytest.raises(storing.Away, match="couldn’t save the file just now"):
            make.add_file(amina, priya)


def test_a_file_that_the_bucket_has_lost_is_said_too(s3, in_a_bucket, amina, priya):
    url, client = s3
    in_a_bucket(url)
    letter = make.add_file(amina, priya)
    client.delete_object(Bucket="people", Key=letter.storage_key.hex)

    with pytest.raises(storing.Away, match="can’t open this file"):
        storing.content_of(letter.storage_key, letter.sealed_key)
