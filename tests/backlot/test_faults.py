"""Every planned fault, seen from the client's side of a real socket and from the books."""

import base64
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.backlot import Fault
from tests.backlot.customer import Customer, mailbox
from tests.backlot.profile import FAULTS, Door

SMALL: dict[str, Any] = {"width": 16, "height": 16}


def plan(customer: Customer, on: Door, fault: str, **more: Any) -> None:
    customer.lot.plan(Fault(on=on, fault=fault, **more))


def charges(customer: Customer) -> int:
    return len(customer.lot.books().charges)


@pytest.mark.parametrize("door", ["create", "sync"])
@pytest.mark.parametrize(
    ("fault", "status", "code", "charged"),
    [
        ({"fault": "429", "retry_after_s": 2}, 429, "rate_limited", 0),
        ({"fault": "500_before"}, 500, "internal_error", 0),
        ({"fault": "503_after"}, 503, "unavailable", 1),
        ({"fault": "status", "status": 402, "code": "no_credit"}, 402, "no_credit", 0),
        ({"fault": "error_in_200"}, 200, "upstream_error", 0),
        ({"fault": "error_in_200", "accepted": True}, 200, "upstream_error", 1),
        ({"fault": "refused"}, 400, "content_policy", 0),
    ],
)
def test_errors_in_place_of_an_answer(
    customer: Customer, door: Door, fault: dict[str, Any], status: int, code: str, charged: int
) -> None:
    plan(customer, door, **fault)
    order = customer.create if door == "create" else customer.sync
    reply = order()
    assert (reply.status_code, reply.json()["error"]["code"]) == (status, code)
    assert reply.headers.get("retry-after") == ("2" if status == 429 else None)
    assert charges(customer) == charged
    assert order().status_code < 300


@pytest.mark.parametrize("door", ["create", "sync"])
@pytest.mark.parametrize(
    ("fault", "problem", "charged"),
    [
        ({"fault": "lost_response"}, httpx.RemoteProtocolError, 1),
        ({"fault": "reset"}, httpx.ReadError, 0),
        ({"fault": "hang", "seconds": 0.05}, httpx.RemoteProtocolError, 0),
    ],
)
def test_no_answer_at_all(
    customer: Customer, door: Door, fault: dict[str, Any], problem: type[Exception], charged: int
) -> None:
    plan(customer, door, **fault)
    with pytest.raises(problem):
        (customer.create if door == "create" else customer.sync)()
    assert charges(customer) == charged
    assert customer.lot.books().answers == {0: 1}


def test_a_hanging_line_may_have_accepted_first(customer: Customer) -> None:
    plan(customer, "create", "hang", seconds=0.2, accepted=True)
    body = {"kind": "image", "model": "m"}
    with pytest.raises(httpx.ReadTimeout):
        customer.http.post("/v1/jobs", json=body, timeout=0.1)
    assert charges(customer) == 1
    plan(customer, "poll", "hang", seconds=0.1)
    begun = time.monotonic()
    assert customer.poll(customer.ordered())["id"]
    assert time.monotonic() - begun >= 0.1


def test_acceptance_may_come_long_after_the_line_is_cut(customer: Customer) -> None:
    customer.lot.set_profile(idempotency=True)
    plan(customer, "create", "late_accept", seconds=0.2)
    with pytest.raises(httpx.RemoteProtocolError):
        customer.create(key="n1")
    assert charges(customer) == 0
    assert customer.create(key="n1").headers["idempotent-replayed"] == "true"
    assert charges(customer) == 1
    plan(customer, "create", "late_accept", seconds=0.3)
    with pytest.raises(httpx.RemoteProtocolError):
        customer.create(key="n2")
    customer.lot.reset()
    time.sleep(0.35)
    assert charges(customer) == 0, "what was due before a reset must not haunt the next account"


def test_answers_that_cannot_be_read(customer: Customer) -> None:
    plan(customer, "create", "malformed_json")
    reply = customer.create()
    assert reply.status_code == 201
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        reply.json()
    assert charges(customer) == 1
    plan(customer, "create", "malformed_json", accepted=False)
    assert customer.create().text.startswith("{")
    plan(customer, "sync", "html_200")
    page = customer.sync()
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert charges(customer) == 1
    plan(customer, "create", "html_200", accepted=True)
    assert "<html>" in customer.create().text
    assert charges(customer) == 2


def test_runs_that_fail_are_charged(customer: Customer) -> None:
    plan(customer, "create", "failed_run", code="cuda_oom")
    told = customer.finished(customer.ordered())
    assert (told["status"], told["error"]["code"], told["cost_usd"]) == ("failed", "cuda_oom", "0.05")
    plan(customer, "create", "refused", at="run")
    told = customer.finished(customer.ordered())
    assert (told["status"], told["error"]["code"], told["output"]) == ("failed", "content_policy", None)
    plan(customer, "sync", "failed_run")
    assert customer.sync().json()["error"]["code"] == "run_failed"
    plan(customer, "sync", "refused", at="run")
    assert customer.sync().status_code == 400
    assert charges(customer) == 4


def test_statuses_nobody_has_heard_of(customer: Customer) -> None:
    job = customer.ordered(**SMALL)
    plan(customer, "poll", "unknown_status", times=2, code="pondering")
    assert [customer.poll(job)["status"] for _ in range(3)][:2] == ["pondering"] * 2
    assert customer.finished(job)["status"] == "succeeded"
    other = customer.ordered(**SMALL, seed=7)
    plan(customer, "poll", "unknown_status", times=None, match='"seed":7')
    assert {customer.poll(other)["status"] for _ in range(5)} == {"aborted"}
    assert customer.poll(job)["status"] == "succeeded"
    assert customer.lot.books().faults_fired["poll unknown_status"] == 7


@pytest.mark.parametrize("door", ["poll", "list", "cancel"])
def test_reading_goes_wrong_too(customer: Customer, door: Door) -> None:
    customer.lot.set_profile(latency_s={"image": 30})
    job = customer.ordered()
    method, path = {"poll": ("GET", f"/{job}"), "list": ("GET", ""), "cancel": ("POST", f"/{job}/cancel")}[door]
    names = ("429", "500_before", "malformed_json", "html_200", "error_in_200", "503_after")
    customer.lot.plan(*(Fault(on=door, fault=name, accepted=False) for name in names))
    replies = [customer.http.request(method, f"/v1/jobs{path}") for _ in names]
    assert [reply.status_code for reply in replies] == [429, 500, 200, 200, 200, 503]
    for name, problem in (("lost_response", httpx.RemoteProtocolError), ("reset", httpx.ReadError)):
        plan(customer, door, name)
        with pytest.raises(problem):
            customer.http.request(method, f"/v1/jobs{path}")
    assert customer.lot.books().charges[0].cancelled == (door == "cancel")


def test_files_go_wrong(customer: Customer) -> None:
    job = customer.ordered("image", width=64, height=64)
    whole = customer.download(job).content
    plan(customer, "file", "truncated_file")
    with pytest.raises(httpx.RemoteProtocolError):
        customer.download(job)
    plan(customer, "file", "wrong_type_file")
    wrong = customer.download(job)
    assert wrong.headers["content-type"] == "image/png"
    assert not wrong.content.startswith(b"\x89PNG")
    plan(customer, "file", "expired_file")
    assert customer.download(job).status_code == 410
    plan(customer, "file", "html_200")
    assert "html" in customer.download(job).headers["content-type"]
    plan(customer, "file", "slow_file", seconds=0.2)
    begun = time.monotonic()
    assert customer.download(job).content == whole
    assert time.monotonic() - begun >= 0.2
    plan(customer, "file", "reset")
    with pytest.raises(httpx.ReadError):
        customer.download(job)
    assert customer.lot.books().downloads == {job: 7}


def test_webhooks_get_lost_doubled_and_late(customer: Customer) -> None:
    customer.lot.set_profile(webhook=True, latency_s={"image": 30})
    with mailbox() as (address, letters):
        plan(customer, "webhook", "lost")
        customer.ordered(webhook=address)
        plan(customer, "webhook", "twice")
        twice = customer.ordered(webhook=address, seed=2)
        customer.lot.wait_until(lambda books: books.counts.get("webhook_delivered") == 2)
        assert [twice.encode() in body for _, body in letters] == [True, True]
        plan(customer, "webhook", "hang", seconds=0.1)
        begun = time.monotonic()
        customer.ordered(webhook=address, seed=3)
        customer.lot.wait_until(lambda books: books.counts.get("webhook_delivered") == 3)
        assert time.monotonic() - begun >= 0.1


def test_a_plan_is_followed_in_order_and_used_up(customer: Customer) -> None:
    customer.lot.plan(
        Fault(on="create", fault="none"),
        Fault(on="create", fault="500_before", match='"kind":"video"', times=2),
        Fault(on="create", fault="429", retry_after_s=None),
    )
    kinds = ("video", "video", "image", "video", "image", "video")
    replies = [customer.create(kind) for kind in kinds]
    assert [reply.status_code for reply in replies] == [201, 500, 429, 500, 201, 201]
    assert "retry-after" not in replies[2].headers
    books = customer.lot.books()
    assert (books.faults_left, books.too_many) == ((), 1)
    assert books.faults_fired == {"create none": 1, "create 500_before": 2, "create 429": 1}


def test_sync_media_comes_inside_the_answer(customer: Customer) -> None:
    assert base64.b64decode(customer.sync("image", **SMALL).json()["content"]).startswith(b"\x89PNG")


def test_every_fault_is_shown_here() -> None:
    source = Path(__file__).read_text()
    assert not [name for name in FAULTS if f'"{name}"' not in source]
