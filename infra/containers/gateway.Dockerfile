# syntax=docker/dockerfile:1
# The gateway with the built web client in it.
#   docker build --file infra/containers/gateway.Dockerfile .
FROM node:24-bookworm-slim AS web
WORKDIR /app
COPY frontend/package.json frontend/package-lock.json ./
COPY frontend/tools/openapi/package.json tools/openapi/
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM caddy:2.11-alpine
# It listens on unprivileged ports only, and a program with file capabilities does not start where all are dropped.
RUN setcap -r /usr/bin/caddy
COPY infra/gateway/Caddyfile /etc/caddy/Caddyfile
COPY --from=web /app/dist /srv
RUN caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile \
    && mkdir -p /data /config \
    && chown 10001:10001 /data /config
ENV CROSSWAY_WEB_ROOT=/srv CROSSWAY_HTTP_PORT=8080 CROSSWAY_HTTPS_PORT=8443
USER 10001:10001
EXPOSE 8080 8443
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8079/health"]
