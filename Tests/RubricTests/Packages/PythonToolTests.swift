import BuildModel
import Testing

@Suite struct PythonToolTests {
  @Test(arguments: pip + pipEnvironments + poetry + uv + others)
  func `reads the tools of Python`(row: PackageRow) throws {
    let step = try row.step()
    #expect(step.summary == row.expected)
  }

  private static let list = "lockfile unknown, to system, downloads"
  private static let pip = PackageRow.rows(
    "python:3.13-slim",
    [
      ("RUN pip install flask", "pip install, \(list) left"),
      ("RUN pip3 install -r requirements.txt", "pip install, \(list) left"),
      ("RUN pip3.13 install -rrequirements.txt", "pip install, \(list) left"),
      ("RUN python -m pip install -r requirements.txt", "pip install, \(list) left"),
      ("RUN python3.13 -m pip install -r requirements.txt", "pip install, \(list) left"),
      ("RUN /usr/local/bin/pip install flask", "pip install, \(list) left"),
      ("RUN sh -c 'pip install flask'", "pip install, \(list) left"),
      ("RUN [\"pip\", \"install\", \"flask\"]", "pip install, \(list) left"),
      ("RUN pip install --no-cache-dir flask", "pip install, \(list) off by --no-cache-dir"),
      ("RUN pip --no-cache-dir install flask", "pip install, \(list) off by --no-cache-dir"),
      ("RUN pip install --no-cache flask", "pip install, \(list) off by --no-cache"),
      ("ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=1"),
      ("ENV PIP_NO_CACHE_DIR=off\nRUN pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=off"),
      ("ENV PIP_NO_CACHE_DIR=\nRUN pip install flask", "pip install, \(list) left"),
      ("ARG PIP_NO_CACHE_DIR=1\nRUN pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=1"),
      ("RUN PIP_NO_CACHE_DIR=1 pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=1"),
      ("RUN env PIP_NO_CACHE_DIR=1 pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=1"),
      ("RUN export PIP_NO_CACHE_DIR=1 && pip install flask", "pip install, \(list) off by PIP_NO_CACHE_DIR=1"),
      (
        "ENV PIP_NO_CACHE=1\nRUN pip install flask",
        "pip install, \(list) left, mistake PIP_NO_CACHE=1 for PIP_NO_CACHE_DIR=1"
      ),
      (
        "RUN pip config set global.no-cache-dir true && pip install flask",
        "pip install, \(list) off by global.no-cache-dir true"
      ),
      ("RUN pip install flask && pip cache purge", "pip install, \(list) removed"),
      ("RUN pip install flask && rm -rf ~/.cache", "pip install, \(list) removed"),
      ("RUN pip install flask && rm -rf /root/.cache/*", "pip install, \(list) removed"),
      ("RUN pip install flask && rm -rf /root/.cache/pip/", "pip install, \(list) removed"),
      ("RUN pip install flask && find /root/.cache -type f -delete", "pip install, \(list) removed"),
      ("RUN pip install flask && rm -rf /root/.cach", "pip install, \(list) left"),
      ("RUN rm -rf /root/.cache && pip install flask", "pip install, \(list) left"),
      ("RUN pip install flask; rm -rf \"$(pip cache dir)\"", "pip install, \(list) unknown"),
      ("RUN pip install flask\nRUN rm -rf /root/.cache", "pip install, \(list) hidden"),
      ("RUN pip install flask\nRUN pip cache purge", "pip install, \(list) hidden"),
      ("RUN --mount=type=cache,target=/root/.cache/pip pip install flask", "pip install, \(list) mounted"),
      ("RUN --mount=type=cache,target=/root/.cache pip install flask", "pip install, \(list) mounted"),
      ("RUN --mount=type=tmpfs,target=/root/.cache pip install flask", "pip install, \(list) mounted"),
      ("RUN --mount=type=cache,target=/var/cache/pip pip install flask", "pip install, \(list) left"),
      ("RUN --mount=type=bind,target=/root/.cache/pip pip install flask", "pip install, \(list) left"),
      (
        "ENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c pip install flask",
        "pip install, \(list) mounted"
      ),
      (
        "RUN --mount=type=cache,target=/c pip install --cache-dir /c flask",
        "pip install, \(list) mounted"
      ),
      (
        "USER app\nRUN --mount=type=cache,target=/home/app/.cache/pip pip install flask",
        "pip install, \(list) mounted"
      ),
      ("USER app\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask", "pip install, \(list) left"),
      ("RUN pip install $OPTIONS flask", "pip install, \(list) left"),
      ("RUN pip install $(cat options) flask", "pip install, \(list) unknown"),
      (
        "RUN pip install --require-hashes -r requirements.txt",
        "pip install, lockfile respected, to system, downloads left"
      ),
      ("RUN pip install -r requirements-dev.txt", "pip install, all, \(list) left"),
      ("RUN pip install -r requirements/test.txt", "pip install, all, \(list) left"),
      ("RUN pip install --no-cache-dir '.[dev]'", "pip install, all, \(list) off by --no-cache-dir"),
      ("RUN pip install '.[postgres]'", "pip install, \(list) left"),
      ("RUN pip wheel -w /wheels -r requirements.txt", "pip build, lockfile unknown, downloads left, output /wheels/"),
      ("RUN pip download -d /d flask", "pip download, lockfile unknown, to system, downloads left"),
    ]
  )

  private static let pipEnvironments = PackageRow.rows(
    "python:3.13-slim",
    [
      ("RUN pip install --target /packages flask", "/packages"),
      ("RUN pip install --prefix=/install flask", "/install"),
      ("ENV PIP_TARGET=/packages\nRUN pip install flask", "/packages"),
      ("RUN pip install --user flask", "/root/.local"),
      ("ENV PIP_USER=1\nRUN pip install flask", "/root/.local"),
      ("RUN python -m venv /venv && /venv/bin/pip install flask", "environment /venv"),
      ("RUN python -m venv /venv && . /venv/bin/activate && pip install flask", "environment /venv"),
      ("RUN python -m venv /venv\nENV PATH=\"/venv/bin:$PATH\"\nRUN pip install flask", "environment /venv"),
      ("RUN virtualenv venv\nENV VIRTUAL_ENV=/app/venv\nRUN pip install flask", "system"),
      ("RUN python -m venv /venv && . /venv/bin/activate\nRUN pip install flask", "system"),
    ].map { ($0.0, "pip install, lockfile unknown, to \($0.1), downloads left") }
  )

  private static let environment = "to environment /root/.cache/pypoetry/virtualenvs, downloads left"
  private static let poetry = PackageRow.rows(
    "python:3.13-slim",
    [
      ("RUN poetry install", "poetry install, all, lockfile respected, \(environment)"),
      ("RUN poetry install --only main", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry install --only=main --no-root", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry install --only main,dev", "poetry install, all, lockfile respected, \(environment)"),
      ("RUN poetry install --only main --with dev", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry install --without dev", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry install --without dev,test", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry install --without docs", "poetry install, all, lockfile respected, \(environment)"),
      ("RUN poetry install --no-dev", "poetry install, production, lockfile respected, \(environment)"),
      ("RUN poetry sync --only main", "poetry install, production, lockfile respected, \(environment)"),
      (
        "ENV POETRY_NO_DEV=1\nRUN poetry install",
        "poetry install, all, lockfile respected, \(environment), mistake POETRY_NO_DEV=1 for --only main"
      ),
      (
        "ENV POETRY_VIRTUALENVS_CREATE=false\nRUN poetry install --only main",
        "poetry install, production, lockfile respected, to system, downloads left"
      ),
      (
        "RUN poetry config virtualenvs.create false && poetry install --only main",
        "poetry install, production, lockfile respected, to system, downloads left"
      ),
      (
        "ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_CACHE_DIR=/tmp/c\n"
          + "RUN poetry install --without dev && rm -rf $POETRY_CACHE_DIR",
        "poetry install, production, lockfile respected, to environment /app/.venv, downloads removed"
      ),
      (
        "RUN poetry --no-cache install",
        "poetry install, all, lockfile respected, \(environment)".replacing(
          "downloads left",
          with: "downloads off by --no-cache"
        )
      ),
      ("RUN poetry add flask", "poetry install, all, lockfile may-change, \(environment)"),
      (
        "RUN poetry install && poetry cache clear pypi --all",
        "poetry install, all, lockfile respected, \(environment)"
          .replacing("downloads left", with: "downloads removed")
      ),
      (
        "RUN poetry install $(cat o)",
        "poetry install, unknown, lockfile respected, \(environment)".replacing(
          "downloads left",
          with: "downloads unknown"
        )
      ),
    ]
  )

  private static let uv = PackageRow.rows(
    "python:3.13-slim",
    [
      ("RUN uv sync", "uv install, all, lockfile may-change, to environment /app/.venv, downloads left"),
      (
        "RUN uv sync --frozen --no-dev",
        "uv install, production, lockfile respected, to environment /app/.venv, downloads left"
      ),
      (
        "RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-install-project",
        "uv install, production, lockfile respected, to environment /app/.venv, downloads mounted"
      ),
      (
        "ENV UV_FROZEN=1 UV_NO_DEV=1 UV_NO_CACHE=1\nRUN uv sync",
        "uv install, production, lockfile respected, to environment /app/.venv, downloads off by UV_NO_CACHE=1"
      ),
      (
        "ENV UV_NO_DEV=0\nRUN uv sync",
        "uv install, all, lockfile may-change, to environment /app/.venv, downloads left"
      ),
      (
        "ENV UV_NO_CACHE_DIR=1\nRUN uv sync",
        "uv install, all, lockfile may-change, to environment /app/.venv, downloads left, "
          + "mistake UV_NO_CACHE_DIR=1 for UV_NO_CACHE=1"
      ),
      (
        "ENV UV_PROJECT_ENVIRONMENT=/venv\nRUN uv sync -n",
        "uv install, all, lockfile may-change, to environment /venv, downloads off by -n"
      ),
      ("RUN uv pip install --system -r requirements.txt", "uv install, lockfile unknown, to system, downloads left"),
      ("ENV UV_SYSTEM_PYTHON=1\nRUN uv pip install flask", "uv install, lockfile unknown, to system, downloads left"),
      (
        "RUN uv venv /venv\nENV VIRTUAL_ENV=/venv\nRUN uv pip sync requirements.txt",
        "uv install, lockfile respected, to environment /venv, downloads left"
      ),
      (
        "RUN uv sync && uv cache clean",
        "uv install, all, lockfile may-change, to environment /app/.venv, downloads removed"
      ),
      ("RUN uv build --out-dir /dist", "uv build, downloads left, output /dist/"),
      ("RUN uv run pytest", "uv test, tests"),
    ]
  )

  private static let others = PackageRow.rows(
    "python:3.13-slim",
    [
      (
        "RUN pipenv install --system --deploy",
        "pipenv install, production, lockfile respected, to system, downloads left"
      ),
      ("RUN pipenv install --system", "pipenv install, production, lockfile may-change, to system, downloads left"),
      ("RUN pipenv install --dev --system", "pipenv install, all, lockfile may-change, to system, downloads left"),
      ("RUN pdm sync --prod", "pdm install, production, lockfile respected, to environment /app/.venv, downloads left"),
      ("RUN pipx install poetry", "pipx install, to system, downloads left"),
    ]
  )
}
