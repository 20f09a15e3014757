"""Settings: what wins over what, and how a wrong one is explained."""

from pathlib import Path

import pytest

from reelwright.errors import ConfigurationError
from reelwright.settings import load_settings


def _config(home: Path, text: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(text)


def test_defaults_need_nothing(own_home: Path) -> None:
    settings = load_settings()
    assert settings.home == own_home
    assert set(settings.models.model_dump().values()) == {"builtin"}
    assert settings.database == f"sqlite:///{own_home / 'reelwright.db'}"
    assert not own_home.exists(), "reading settings writes nothing"


def test_who_wins(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _config(own_home, 'workers = 1\ntext_model = "a:file"\nimage_model = "a:file"\nvideo_model = "a:file"\n')
    (tmp_path / ".env").write_text(
        "REELWRIGHT_WORKERS=2\nREELWRIGHT_TEXT_MODEL=a:dotenv\nREELWRIGHT_IMAGE_MODEL=a:dotenv\n"
    )
    monkeypatch.setenv("REELWRIGHT_WORKERS", "3")
    monkeypatch.setenv("REELWRIGHT_TEXT_MODEL", "a:environment")
    settings = load_settings(workers=4)
    assert settings.workers == 4
    assert (settings.text_model, settings.image_model, settings.video_model) == ("a:environment", "a:dotenv", "a:file")


def test_addresses_of_any_provider(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _config(own_home, '[base_urls]\nlocal = "http://localhost:1/v1"\nother = "http://localhost:2"\n')
    monkeypatch.setenv("REELWRIGHT_LOCAL_BASE_URL", "http://localhost:3/v1/")
    settings = load_settings()
    assert settings.provider_options("local") == {"base_url": "http://localhost:3/v1"}
    assert settings.provider_options("other") == {"base_url": "http://localhost:2"}


def test_keys_come_from_their_usual_names_and_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("GEMINI_API_KEY", "g-secret")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-secret")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "t-secret")
    settings = load_settings()
    assert settings.api_key("openai") == "sk-secret"
    assert settings.api_key("google") == "g-secret"
    assert settings.api_key("unheard-of") == ""
    assert "-secret" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_the_media_folder(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().media_dir == own_home / "media"
    monkeypatch.chdir(tmp_path)
    for url in ("shared films", str(tmp_path / "shared films"), f"file://{tmp_path}/shared%20films"):
        assert load_settings(media_url=url).media_dir == tmp_path / "shared films"


def test_the_bucket_by_the_names_people_have_already(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://a:1")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-north-1")
    settings = load_settings(media_url="s3://films/media/")
    assert (settings.media_url, settings.s3_endpoint_url, settings.aws_region) == (
        "s3://films/media",
        "http://a:1",
        "eu-north-1",
    )
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://b:1")
    assert load_settings().s3_endpoint_url == "http://b:1"
    monkeypatch.setenv("REELWRIGHT_S3_ENDPOINT_URL", "http://c:1/")
    assert load_settings().s3_endpoint_url == "http://c:1"


def test_postgresql_in_the_usual_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DATABASE_URL", "postgres://u:p@localhost/films")
    assert load_settings().database == "postgresql+psycopg://u:p@localhost/films"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("REELWRIGHT_WORKERS", "many"),
        ("REELWRIGHT_WORKERS", "-1"),
        ("REELWRIGHT_TEXT_MODEL", "Not A Model"),
        ("REELWRIGHT_LOCAL_BASE_URL", "ftp://somewhere"),
        ("REELWRIGHT_MEDIA_URL", "gs://films"),
        ("REELWRIGHT_MEDIA_URL", "s3://"),
        ("REELWRIGHT_MEDIA_URL", "s3://Films/media"),
        ("REELWRIGHT_MEDIA_URL", "file://host/media"),
        ("REELWRIGHT_MEDIA_CACHE_GB", "-1"),
        ("REELWRIGHT_S3_ENDPOINT_URL", "minio:9000"),
    ],
)
def test_wrong_values_are_named(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError) as caught:
        load_settings()
    assert f"the setting {variable} is" in caught.value.message
    assert repr(value) in caught.value.message
    assert caught.value.exit_code == 78


@pytest.mark.parametrize(
    ("text", "said"),
    [("worker = 1", "did you mean 'workers'"), ("workers =", "cannot be read"), ("[zebra]", "'zebra'")],
)
def test_a_wrong_file_is_named(text: str, said: str, own_home: Path) -> None:
    _config(own_home, text)
    with pytest.raises(ConfigurationError, match=said) as caught:
        load_settings()
    assert "config.toml" in caught.value.message
