"""What every film store promises, on both databases."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from reelwright.errors import Conflict, NotFound, StorageError
from reelwright.film.asset import Asset
from reelwright.film.base import fingerprint
from reelwright.film.brief import Brief
from reelwright.film.call import CallEvent
from reelwright.film.film import Event, Film, FilmStatus, Until
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.shot import Shot
from reelwright.film.sound import Speech, SpokenWord
from reelwright.film.take import Take
from reelwright.keepers import FilmStore
from reelwright.store.calls import CallStore, Intent
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.schema import films

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def film(film_id: str, minutes: int = 0, prompt: str = "Coffee", status: FilmStatus = FilmStatus.QUEUED) -> Film:
    return Film(id=film_id, brief=Brief(prompt=prompt), status=status, created_at=NOON + timedelta(minutes=minutes))


def asset(name: str, media_type: str = "image/png", origin: str = "builtin:artist") -> Asset:
    return Asset(sha256=fingerprint(name), media_type=media_type, byte_count=len(name), origin=origin)


def shot(shot_id: str, number: int, action: str = "steam rises") -> Shot:
    return Shot(id=shot_id, number=number, frame_count=72, action_description=action)


def frame(film_id: str, shot_id: str, role: FrameRole, variation: int = 1, name: str = "") -> Frame:
    frame_id = f"{shot_id}_{role.value}_{variation}"
    picture = asset(name or film_id + frame_id)
    return Frame(id=frame_id, film_id=film_id, shot_id=shot_id, role=role, variation=variation, asset=picture)


def take(film_id: str, shot_id: str, number: int) -> Take:
    clip = asset(f"{film_id}{shot_id}{number}", "video/mp4")
    return Take(id=f"{shot_id}_{number}", film_id=film_id, shot_id=shot_id, number=number, asset=clip, frame_count=72)


def speech(film_id: str, shot_id: str, text: str = "Good morning") -> Speech:
    words = (SpokenWord(text="Good", start_s=0.1, end_s=0.30000000000000004),)
    sound = asset(f"{film_id}{shot_id}{text}", "audio/wav")
    return Speech(shot_id=shot_id, text=text, asset=sound, voice="heart", duration_s=1 / 3, words=words)


@pytest.fixture
def store(database: Database) -> SqlFilmStore:
    return SqlFilmStore(database)


def test_is_a_film_store(store: SqlFilmStore) -> None:
    promised: FilmStore = store
    assert promised.films() == ()
    assert promised.unfinished() == ()


def test_a_film_and_its_shots_come_together_or_not_at_all(store: SqlFilmStore) -> None:
    store.add_film(film("film1"), (shot("a", 1), shot("b", 2)))
    assert [kept.id for kept in store.shots("film1")] == ["a", "b"]
    with pytest.raises(Conflict):
        store.add_film(film("film1"), (shot("c", 3),))
    assert [kept.id for kept in store.shots("film1")] == ["a", "b"]


def test_a_film_comes_back_as_it_was(store: SqlFilmStore) -> None:
    made = film("0123456789ab", prompt="Caf\u00e9 \U0001f600 'quotes\" \\ ; DROP TABLE films; \u2028")
    made = made.model_copy(update={"warnings": ("no voice",), "out_dir": "./caf\u00e9"})
    store.add_film(made)
    assert store.film(made.id) == made
    done = made.model_copy(update={"status": FilmStatus.COMPLETED, "finished_at": NOON, "until": Until.SHOTS})
    store.save_film(done)
    assert store.film(made.id) == done
    assert store.films(FilmStatus.QUEUED) == ()
    assert store.films(FilmStatus.COMPLETED) == (done,)


def test_a_second_film_of_one_id_is_a_conflict(store: SqlFilmStore) -> None:
    store.add_film(film("0123"))
    with pytest.raises(Conflict, match="'0123' exists already"):
        store.add_film(film("0123", prompt="Tea"))
    assert store.film("0123").brief.prompt == "Coffee"


def test_the_start_of_an_id_finds_a_film(store: SqlFilmStore) -> None:
    for film_id in ("abcd1111", "abcd2222", "ABCD2222", "ab_d3333", "abcd"):
        store.add_film(film(film_id))
    assert store.film("abcd1").id == "abcd1111"
    assert store.film("ABCD").id == "ABCD2222"
    assert store.film("abcd").id == "abcd", "an exact id is never ambiguous"
    assert store.film("ab_d").id == "ab_d3333"
    store.remove_film("abcd")
    with pytest.raises(NotFound, match="more than one film: abcd1111, abcd2222"):
        store.film("abcd")
    for wrong in ("abc", "", "%%%%", "abcd11111", "____"):
        with pytest.raises(NotFound):
            store.film(wrong)


def test_films_come_newest_first(store: SqlFilmStore) -> None:
    for minutes in (5, 1, 9, 3):
        store.add_film(film(f"film{minutes}", minutes))
    assert [found.id for found in store.films()] == ["film9", "film5", "film3", "film1"]
    assert [found.id for found in store.films(limit=2)] == ["film9", "film5"]
    other_zone = Film(
        id="paris", brief=Brief(prompt="x"), created_at=datetime.fromisoformat("2026-11-21T13:04:00+01:00")
    )
    store.add_film(other_zone)
    assert [found.id for found in store.films(limit=3)] == ["film9", "film5", "paris"]


def test_unfinished_films_of_a_brief(store: SqlFilmStore) -> None:
    for minutes, status in enumerate(FilmStatus):
        store.add_film(film(status.value, minutes, "Coffee", status))
    store.add_film(film("tea1", 99, "Tea"))
    assert [found.id for found in store.unfinished()] == ["tea1", "cancelled", "failed", "processing", "queued"]
    assert [found.id for found in store.unfinished(Brief(prompt="Tea").identity)] == ["tea1"]
    assert store.unfinished(Brief(prompt="Milk").identity) == ()


def test_what_belongs_to_a_film_needs_the_film(store: SqlFilmStore) -> None:
    with pytest.raises(NotFound, match="'gone'"):
        store.save_film(film("gone"))
    with pytest.raises(NotFound, match="'gone'"):
        store.save_shots("gone", (shot("a", 1),))
    with pytest.raises(NotFound, match="'gone'"):
        store.save_media("gone", "music", asset("music"))
    with pytest.raises(NotFound, match="'gone'"):
        store.add_event("gone", "step", {})
    with pytest.raises(NotFound, match="'gone'"):
        store.remove_film("gone")
    store.add_film(film("0123"))
    with pytest.raises(NotFound, match="shot 'x' of film '0123'"):
        store.save_frame(frame("0123", "x", FrameRole.START))
    assert store.remove_film("0123") == (), "a refused frame leaves no media on the register"


def test_shots_are_replaced_and_reordered(store: SqlFilmStore) -> None:
    store.add_film(film("0123"))
    store.save_shots("0123", (shot("a", 1), shot("b", 2), shot("c", 3)))
    for shot_id in "abc":
        store.save_take(take("0123", shot_id, 1))
    again = (shot("c", 1, "a hand lifts the cup"), shot("a", 2), shot("d", 3))
    store.save_shots("0123", again)
    assert store.shots("0123") == again
    assert [found.shot_id for found in store.takes("0123")] == ["c", "a"], "b went with its take, c and a kept theirs"
    store.save_shots("0123", ())
    assert store.shots("0123") == store.takes("0123") == ()


def test_what_belongs_to_shots_comes_in_their_order(store: SqlFilmStore) -> None:
    for film_id in ("0123", "4567"):
        store.add_film(film(film_id))
        store.save_shots(film_id, (shot("z", 1), shot("a", 2)))
    for shot_id in ("a", "z"):
        for number in (10, 2):
            store.save_take(take("0123", shot_id, number))
        for role in (FrameRole.END, FrameRole.START):
            for variation in (2, 1):
                store.save_frame(frame("0123", shot_id, role, variation))
        store.save_speech("0123", speech("0123", shot_id))
    assert [found.id for found in store.takes("0123")] == ["z_2", "z_10", "a_2", "a_10"]
    assert [found.id for found in store.frames("0123")] == [
        *("z_start_1", "z_start_2", "z_end_1", "z_end_2"),
        *("a_start_1", "a_start_2", "a_end_1", "a_end_2"),
    ]
    assert store.speeches("0123") == (speech("0123", "z"), speech("0123", "a"))
    assert store.frames("4567") == store.takes("4567") == store.speeches("4567") == ()


def test_saving_again_replaces(store: SqlFilmStore) -> None:
    store.add_film(film("0123"))
    store.save_shots("0123", (shot("a", 1),))
    first = frame("0123", "a", FrameRole.START)
    second = first.model_copy(update={"asset": asset("other"), "notes": ("by the fallback",), "selected": False})
    store.save_frame(first)
    store.save_frame(second)
    store.save_speech("0123", speech("0123", "a"))
    store.save_speech("0123", speech("0123", "a", "Good night"))
    store.save_media("0123", "film.mp4", asset("v1", "video/mp4"))
    store.save_media("0123", "film.mp4", asset("v2", "video/mp4"))
    store.save_media("0123", "poster.png", asset("other", origin=""))
    assert store.frames("0123") == (second,)
    assert store.speeches("0123") == (speech("0123", "a", "Good night"),)
    assert store.media("0123") == {"film.mp4": asset("v2", "video/mp4"), "poster.png": asset("other", origin="")}


def test_equal_ids_in_two_films_do_not_meet(store: SqlFilmStore) -> None:
    for film_id in ("0123", "4567"):
        store.add_film(film(film_id))
        store.save_shots(film_id, (shot("a", 1, film_id),))
        store.save_frame(frame(film_id, "a", FrameRole.START))
        store.save_take(take(film_id, "a", 1))
    for film_id in ("0123", "4567"):
        assert store.shots(film_id) == (shot("a", 1, film_id),)
        assert store.frames(film_id) == (frame(film_id, "a", FrameRole.START),)
        assert store.takes(film_id) == (take(film_id, "a", 1),)


def _fill(store: SqlFilmStore, film_id: str, shared: Asset) -> list[str]:
    """A film with one of everything; returns the hashes of what is its own alone."""
    store.add_film(film(film_id))
    store.save_shots(film_id, (shot("a", 1),))
    own = [frame(film_id, "a", FrameRole.START), frame(film_id, "a", FrameRole.END, name="shared frame")]
    for still in own:
        store.save_frame(still)
    store.save_take(take(film_id, "a", 1))
    store.save_speech(film_id, speech(film_id, "a"))
    store.save_media(film_id, "music", shared)
    store.save_media(film_id, "film.mp4", asset(f"{film_id} film"))
    store.add_event(film_id, "done", {})
    return [
        *(own[0].asset.sha256, take(film_id, "a", 1).asset.sha256, speech(film_id, "a").asset.sha256),
        asset(f"{film_id} film").sha256,
    ]


def test_removing_a_film_frees_only_what_nothing_else_uses(store: SqlFilmStore) -> None:
    shared, shared_frame = asset("music", "audio/wav"), asset("shared frame")
    first, second = _fill(store, "0123", shared), _fill(store, "4567", shared)
    assert store.remove_film("0123") == tuple(sorted(first))
    for gone in (store.shots, store.frames, store.takes, store.speeches, store.events):
        assert gone("0123") == ()
    assert store.media("0123") == {}
    with pytest.raises(NotFound):
        store.film("0123")
    assert len(store.frames("4567")) == 2
    assert store.media("4567")["music"] == shared
    assert store.remove_film("4567") == tuple(sorted([*second, shared.sha256, shared_frame.sha256]))


def test_a_call_keeps_its_media_as_long_as_a_film_uses_it(store: SqlFilmStore, database: Database) -> None:
    calls, picture, own = CallStore(database), asset("picture"), asset("own")
    for film_id in ("0123", "4567"):
        store.add_film(film(film_id))
        calls.begin(Intent("shared", film_id, "builtin", "artist", "image", {"seed": 7}))
    calls.move("shared", CallEvent.KEPT, asset=picture, reply={})
    calls.begin(Intent("alone", "0123", "builtin", "artist", "image", {"seed": 8}))
    calls.move("alone", CallEvent.KEPT, asset=own, reply={})
    assert store.remove_film("0123") == (own.sha256,)
    assert calls.find("alone") is None
    kept = calls.find("shared")
    assert kept
    assert kept.asset == picture
    assert store.remove_film("4567") == (picture.sha256,)
    assert calls.find("shared") is None


def test_events_are_numbered_and_never_reused(store: SqlFilmStore) -> None:
    store.add_film(film("0123"))
    store.add_film(film("4567"))
    first = store.add_event("0123", "stage_started", {"stage": "caf\u00e9", "progress": 0.1, "ok": True, "none": None})
    other = store.add_event("4567", "step", {})
    second = store.add_event("0123", "stage_done", {"count": 2**53})
    assert first.id < other.id < second.id
    assert store.events("0123") == (first, second)
    assert store.events("0123", after=first.id) == (second,)
    assert store.events("0123", after=second.id) == ()
    store.remove_film("0123")
    assert store.add_event("4567", "step", {}).id > second.id, "the highest id was deleted, and is still not reused"


def test_an_unreadable_row_is_named_and_spares_the_others(store: SqlFilmStore, database: Database) -> None:
    from sqlalchemy import text

    store.add_film(film("0123"))
    store.add_film(film("4567"))
    with database.write() as connection:
        connection.execute(text("UPDATE films SET document = '{\"id\": 5}' WHERE id = '0123'"))
    with pytest.raises(StorageError, match=r"stored Film .*'0123'"):
        store.film("0123")
    assert store.film("4567").id == "4567"


_APPEND = """
import sys
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.schema import films
store = SqlFilmStore(open_database(sys.argv[1]))
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
ids = [store.add_event("0123", "step", {"who": sys.argv[2], "n": n}).id for n in range(100)]
assert ids == sorted(set(ids))
"""


def test_two_processes_append_and_a_follower_misses_nothing(store: SqlFilmStore, address: str, tmp_path: Path) -> None:
    store.add_film(film("0123"))
    pipe = subprocess.PIPE
    writers = [
        subprocess.Popen([sys.executable, "-c", _APPEND, address, who], stdin=pipe, stdout=pipe, text=True)
        for who in ("a", "b")
    ]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    followed: list[Event] = []
    last = 0
    with open_database(address, read_only=True) as database:
        reader = SqlFilmStore(database)
        while True:
            over = all(writer.poll() is not None for writer in writers)
            fresh = reader.events("0123", after=last)
            followed += fresh
            last = fresh[-1].id if fresh else last
            if over and not fresh:
                break
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    for who in ("a", "b"):
        assert [event.body["n"] for event in followed if event.body["who"] == who] == list(range(100))
    assert len(followed) == 200


def test_events_of_one_film_are_committed_in_the_order_of_their_ids(store: SqlFilmStore, address: str) -> None:
    store.add_film(film("0123"))
    with open_database(address, busy_timeout_s=0.05) as second, store.database.write() as connection:
        connection.execute(select(films.c.id).where(films.c.id == "0123").with_for_update(key_share=True))
        with pytest.raises(Conflict, match="busy"):
            SqlFilmStore(second).add_event("0123", "step", {})
