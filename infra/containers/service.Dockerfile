# syntax=docker/dockerfile:1
# One image for each service; its API, its worker and its migrations are the same image with another command.
#   docker build --file infra/containers/service.Dockerfile --build-arg SERVICE=learners .
ARG PYTHON=3.11-slim-bookworm

FROM python:${PYTHON} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never
RUN --mount=type=cache,target=/root/.cache/pip pip install uv==0.13.9
WORKDIR /app

# What other packages need changes seldom: a layer of its own. The lock file speaks of every member of the workspace.
COPY pyproject.toml uv.lock ./
COPY services/common/pyproject.toml services/common/
COPY services/identity-api/pyproject.toml services/identity-api/
COPY services/learners-api/pyproject.toml services/learners-api/
COPY services/placements-api/pyproject.toml services/placements-api/
COPY services/portfolio-api/pyproject.toml services/portfolio-api/
COPY infra/local/pyproject.toml infra/local/
COPY infra/demo/pyproject.toml infra/demo/
ARG SERVICE
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev --package "${SERVICE}-api" --no-install-workspace

COPY services/common services/common
COPY services/${SERVICE}-api services/${SERVICE}-api
# python-jose works with `cryptography` here; the other two implementations that it brings are slower or unsafe.
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev --package "${SERVICE}-api" \
    && uv pip uninstall ecdsa rsa

FROM python:${PYTHON}
ARG SERVICE
RUN groupadd --gid 10001 crossway && useradd --uid 10001 --gid crossway --no-create-home --shell /usr/sbin/nologin crossway
COPY --from=build /app/.venv /app/.venv
COPY --from=build /app/services /app/services
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp \
    SERVICE=${SERVICE} \
    FORWARDED_ALLOW_IPS=*
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
# Idle connections are kept longer than the gateway keeps them, so that it never sends into one that is being closed.
CMD ["sh", "-c", "exec uvicorn ${SERVICE}_api.main:create_app --factory --host 0.0.0.0 --port 8000 --no-access-log --no-server-header --timeout-keep-alive 75 --timeout-graceful-shutdown 10"]
