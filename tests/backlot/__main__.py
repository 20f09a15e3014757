"""Runs the backlot: ``python -m tests.backlot '{"books": "/tmp/books.jsonl"}'``. It ends when its input closes."""

import asyncio
import os
import sys
import threading
import time

from tests.backlot.server import Opening, Server

_LAST_WORDS_S = 2.0


def _end_with_parent(loop: asyncio.AbstractEventLoop) -> None:
    sys.stdin.buffer.read()
    loop.call_soon_threadsafe(os._exit, 0)  # behind a crash that is being told
    time.sleep(_LAST_WORDS_S)
    os._exit(0)


async def _main() -> None:
    loop = asyncio.get_running_loop()
    threading.Thread(target=_end_with_parent, args=(loop,), daemon=True).start()
    await Server(Opening.model_validate_json(sys.argv[1] if len(sys.argv) > 1 else "{}")).run()


asyncio.run(_main())
