# Short names for what the project does; `just` alone lists them (from the package rust-just).

default:
    @just --list

# All checks.
test *arguments:
    python3 reel test {{arguments}}

# Only ruff, with repairs.
lint:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# Only pyright.
types:
    .venv/bin/pyright

# Only the documents' own tests.
docs:
    python3 reel test tests/house/test_documents.py

# The film of the README.
demo:
    python3 reel make "Artisan coffee that starts your morning right" --open

# Start-up beside `import typer`.
bench:
    .venv/bin/python bench/startup.py

# Resolve the locks again (needs uv).
lock:
    uv pip compile -q --generate-hashes --universal --no-header pyproject.toml -o requirements.lock
    uv pip compile -q --generate-hashes --universal --no-header --extra test pyproject.toml -o requirements-test.lock
    uv pip compile -q --generate-hashes --universal --no-header --extra test --extra asr --extra grammar pyproject.toml -o requirements-slow.lock
