# The bit is set by a RUN, and nobody is a user as well.
ARG PYTHON=3.14
FROM python:${PYTHON}-slim-bookworm AS builder
WORKDIR /build
COPY . sources
RUN ["python", "-m", "zipapp", "sources", "--main", "gauge.__main__:main", "--output", "gauge.pyz"]

FROM python:${PYTHON}-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /build/gauge.pyz /app/gauge.pyz
COPY settings.ini /app/
COPY bin/start /usr/local/bin/start
RUN set -e; \
    chmod +x /usr/local/bin/start; \
    mkdir -p /app/data; \
    chown nobody /app/data
USER nobody
EXPOSE 8080
HEALTHCHECK --timeout=5s --start-period=3s CMD curl -fsS http://127.0.0.1:8080/health || exit 1
CMD ["/usr/local/bin/start"]
