"""What the store's own tests stand on."""

from collections.abc import Generator

import pytest
from tests.bucket_server import BucketServer, running_server


@pytest.fixture(scope="session")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Generator[BucketServer]:
    """A running S3-compatible server."""
    with running_server(tmp_path_factory.mktemp("buckets")) as server:
        yield server
