"""The provider as it behaves on good days: its doors, its profile, its files and its books."""

import threading
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import httpx
import pytest
from tests.backlot import Order
from tests.backlot.customer import Customer, mailbox

from reelwright.media.probe import probe

LONG = {"latency_s": {"image": 30, "video": 30}}


def test_a_job_runs_by_the_clock_and_is_charged_when_it_is_accepted(customer: Customer) -> None:
    customer.lot.set_profile(latency_s={"image": 0.5}, price_usd={"image": "0.04"})
    job = customer.ordered(width=64, height=36)
    assert customer.lot.books().total_usd == Decimal("0.04")
    first = customer.poll(job)
    time.sleep(0.1)
    second = customer.poll(job)
    assert first["status"] == second["status"] == "running"
    assert first["progress"] < second["progress"] < 1
    assert "cost_usd" not in first
    last = customer.finished(job)
    assert (last["status"], last["progress"], last["cost_usd"]) == ("succeeded", 1, "0.04")
    (charge,) = customer.lot.books().charges
    assert charge.started_at is not None
    assert charge.finished_at is not None
    assert charge.finished_at - charge.started_at == pytest.approx(0.5, abs=1e-3)
    assert customer.lot.books().end_told_at[job] >= charge.finished_at
    assert charge.input_hash == Order(kind="image", model="reel-1", input={"width": 64, "height": 36}).input_hash


def test_only_the_key_opens(customer: Customer) -> None:
    assert customer.keyless.get(f"{customer.lot.url}/v1/jobs").status_code == 401
    assert customer.keyless.get(f"{customer.lot.url}/_admin/books", headers=customer.http.headers).status_code == 401
    assert customer.lot.books().counts == {"unauthorised": 1}


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "opera", "model": "m"},
        {"kind": "image"},
        {"kind": "video", "model": "m", "input": {"width": 641}},
        {"kind": "video", "model": "m", "input": {"fps": "0"}},
        {"kind": "music", "model": "m", "input": {"duration_s": -1}},
        {"kind": "image", "model": "m", "webhook": "http://example.com/hook"},
    ],
)
def test_orders_that_make_no_sense_are_not_charged(customer: Customer, body: object) -> None:
    reply = customer.http.post("/v1/jobs", json=body)
    assert (reply.status_code, reply.json()["error"]["code"]) == (422, "invalid")
    assert not customer.lot.books().charges


def test_results_are_real_media_and_the_same_again(customer: Customer, tmp_path: Path) -> None:
    wanted = {"width": 64, "height": 36, "frames": 10, "fps": "24000/1001"}
    replies = [customer.download(customer.ordered("video", **wanted, seed=seed)) for seed in (1, 1, 2)]
    assert replies[0].content == replies[1].content != replies[2].content
    film = tmp_path / "take.mp4"
    film.write_bytes(replies[0].content)
    facts = probe(film)
    assert (facts.width_px, facts.height_px, facts.frame_count) == (64, 36, 10)
    assert facts.rate == Fraction(24000, 1001)
    picture = customer.download(customer.ordered("image", width=50, height=21))
    assert picture.headers["content-type"] == "image/png"
    (tmp_path / "frame.png").write_bytes(picture.content)
    assert (probe(tmp_path / "frame.png").width_px, probe(tmp_path / "frame.png").height_px) == (50, 21)
    sound = customer.download(customer.ordered("music", duration_s=0.5))
    assert sound.content[:4] == b"RIFF"
    assert len(sound.content) > 48_000
    assert customer.download(customer.ordered("text", reply="Fade in.")).text == "Fade in."


def test_sync_calls_answer_with_their_result(customer: Customer) -> None:
    customer.lot.set_profile(latency_s={"text": 0.1})
    reply = customer.sync(reply={"title": "Reel"}).json()
    assert (reply["text"], reply["cost_usd"]) == ('{"title": "Reel"}', "0.05")
    assert reply["usage"]["output_tokens"] > 0
    spoken = customer.sync("speech", text="one two three").json()
    assert spoken["content_type"] == "audio/wav"
    assert customer.listed()["results"] == []
    assert [charge.sync for charge in customer.lot.books().charges] == [True, True]


def test_an_idempotency_key_is_one_job_also_while_it_is_being_accepted(customer: Customer) -> None:
    customer.lot.set_profile(idempotency=True, accept_delay_s=0.1)
    jobs: list[str] = []
    threads = [threading.Thread(target=lambda: jobs.append(customer.create(key="n1").json()["id"])) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(jobs) == 6
    assert len(set(jobs)) == 1
    assert len(customer.lot.books().charges) == 1
    assert customer.create(key="n1", seed=2).json()["error"]["code"] == "idempotency_mismatch"
    customer.lot.set_profile(idempotency=False)
    customer.create(key="n1")
    assert customer.lot.books().doubles == {customer.lot.books().charges[0].input_hash: 2}


def test_it_accepts_what_arrived_even_if_the_client_has_gone(customer: Customer) -> None:
    customer.lot.set_profile(accept_delay_s=0.4, **LONG)
    with pytest.raises(httpx.ReadTimeout):
        customer.http.post("/v1/jobs", json={"kind": "image", "model": "m"}, timeout=0.05)
    assert not customer.lot.books().charges
    (charge,) = customer.lot.wait_until(lambda books: bool(books.charges)).charges
    assert charge.at - charge.received_at >= 0.4


def test_the_listing_obeys_its_profile(customer: Customer) -> None:
    customer.lot.set_profile(latency_s={"image": 0}, listing_lag_s=30)
    done = customer.ordered(seed=1, width=16, height=16)
    assert customer.listed()["results"] == []
    customer.lot.set_profile(listing_lag_s=0.05)
    time.sleep(0.05)
    (entry,) = customer.listed()["results"]
    assert (entry["id"], entry["input"]["seed"], entry["webhook"]) == (done, 1, None)
    customer.lot.set_profile(latency_s={"image": 30}, listing_lag_s=0)
    running = customer.ordered(seed=2)
    assert [entry["id"] for entry in customer.listed()["results"]] == [running, done]
    assert [entry["id"] for entry in customer.listed(after=entry["created_at"])["results"]] == [running, done]
    customer.lot.set_profile(listing_shows_running=False)
    assert [entry["id"] for entry in customer.listed()["results"]] == [done]
    customer.lot.set_profile(listing=False)
    assert customer.http.get("/v1/jobs").status_code == 404


def test_the_listing_comes_in_pages(customer: Customer) -> None:
    customer.lot.set_profile(**LONG)
    jobs = [customer.ordered(seed=number) for number in range(60)]
    page = customer.listed()
    assert len(page["results"]) == 50
    customer.ordered(seed=60)  # what arrives meanwhile moves nothing
    rest = customer.listed(cursor=page["next_cursor"])
    assert rest["next_cursor"] is None
    assert [entry["id"] for entry in page["results"] + rest["results"]] == jobs[::-1]
    assert len(customer.listed(after=page["results"][9]["created_at"])["results"]) == 11


def test_cancelling_gives_money_back_only_before_the_start(customer: Customer) -> None:
    customer.lot.set_profile(max_running=1, **LONG)
    running, queued, third = (customer.ordered(seed=number) for number in range(3))
    assert customer.poll(queued)["status"] == "queued"
    assert customer.http.post(f"/v1/jobs/{queued}/cancel").json()["status"] == "canceled"
    assert customer.http.post(f"/v1/jobs/{running}/cancel").json()["status"] == "canceled"
    assert customer.http.post(f"/v1/jobs/{running}/cancel").status_code == 409
    assert customer.poll(third)["status"] == "running"
    books = customer.lot.books()
    assert [(charge.cancelled, charge.refunded) for charge in books.charges] == [
        (True, False),
        (True, True),
        (False, False),
    ]
    assert books.total_usd == Decimal("0.10")
    customer.lot.set_profile(remote_cancel=False)
    assert customer.http.post(f"/v1/jobs/{third}/cancel").status_code == 404


def test_webhooks_bring_the_nonce_and_are_tried_again(customer: Customer) -> None:
    customer.lot.set_profile(webhook=True, latency_s={"image": 0.1})
    with mailbox(refuse_first=1) as (address, letters):
        job = customer.ordered(webhook=f"{address}/in?n=abc", width=16, height=16)
        customer.lot.wait_until(lambda books: books.counts.get("webhook_delivered") == 2)
        assert [path for path, _ in letters] == ["/in?n=abc"] * 2
        assert sorted(body.split(b'"')[3] for _, body in letters) == [b"completed", b"start"]
        assert all(job.encode() in body for _, body in letters)
        assert customer.lot.books().counts["webhook_failed"] == 1
        customer.lot.set_profile(webhook=False)
        customer.finished(customer.ordered(webhook=address, width=16, height=16))
        assert len(letters) == 2


def test_only_so_many_run_at_once(customer: Customer) -> None:
    customer.lot.set_profile(max_running=2, latency_s={"image": 0.1})
    for number in range(6):
        customer.ordered(seed=number)
    books = customer.lot.wait_until(lambda books: not books.running + books.queued)
    assert books.peak_running == 2
    ends = sorted(charge.finished_at or 0 for charge in books.charges)
    assert all(start >= end for start, end in zip(books.starts[2:], ends, strict=False))
    customer.lot.reset(max_running=2, refuse_over_running=True, **LONG)
    statuses = [customer.create(seed=number).status_code for number in range(3)]
    assert statuses == [201, 201, 429]
    assert customer.lot.books().too_many == 1


def test_the_rate_limit_slides(customer: Customer) -> None:
    limit = {"starts": 2, "period_s": 30}
    customer.lot.set_profile(rate_limit=limit, whole_retry_after=False)
    replies = [customer.create(seed=number) for number in range(3)]
    assert [reply.status_code for reply in replies] == [201, 201, 429]
    assert 20 < float(replies[2].headers["retry-after"]) < 30
    customer.lot.set_profile(whole_retry_after=True)
    assert customer.create().headers["retry-after"].isdigit()
    customer.lot.set_profile(rate_limit={**limit, "period_s": 0.1})
    time.sleep(0.1)
    assert customer.create().status_code == 201
    assert customer.lot.books().too_many == 2


def test_latency_varies_with_the_order_alone(customer: Customer) -> None:
    customer.lot.set_profile(jitter=0.5, latency_s={"image": 0.05})
    for seed in (1, 2, 1):
        customer.ordered(seed=seed)
    charges = customer.lot.wait_until(lambda books: not books.running).charges
    one, two, again = ((charge.finished_at or 0) - (charge.started_at or 0) for charge in charges)
    assert one == pytest.approx(again, abs=1e-5)
    assert abs(one - two) > 1e-4
    assert all(0.024 < lasted < 0.076 for lasted in (one, two))


def test_files_are_kept_for_a_while_and_given_in_parts(customer: Customer) -> None:
    customer.lot.set_profile(reports_cost=False)
    job = customer.ordered(width=16, height=16)
    told = customer.finished(job)
    assert "cost_usd" not in told
    address = told["output"]["url"]
    whole = customer.keyless.get(address).content
    assert len(whole) == told["output"]["size"]
    part = customer.keyless.get(address, headers={"Range": "bytes=5-"})
    assert (part.status_code, part.content) == (206, whole[5:])
    assert part.headers["content-range"] == f"bytes 5-{len(whole) - 1}/{len(whole)}"
    assert customer.keyless.get(address, headers={"Range": "bytes=-3"}).content == whole[-3:]
    assert customer.keyless.get(address, headers={"Range": f"bytes={len(whole)}-"}).status_code == 416
    assert customer.keyless.head(address).headers["content-length"] == str(len(whole))
    assert customer.http.get(address).status_code == 400
    assert [leak.path for leak in customer.lot.books().key_leaks] == [httpx.URL(address).path]
    customer.lot.set_profile(result_ttl_s=0.05)
    time.sleep(0.05)
    assert customer.keyless.get(address).status_code == 410
