"""Runs the backlot: ``python -m tests.backlot '{"books": "/tmp/books.jsonl"}'``. It ends when its input closes."""

import asyncio
import os
import sys
import threading

from tests.backlot.server import Opening, Server


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=_end_with_parent, daemon=True).start()
asyncio.run(Server(Opening.model_validate_json(sys.argv[1] if len(sys.argv) > 1 else "{}")).run())
