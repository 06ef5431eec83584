# A shell reads the script, which then needs no execute bit; the folder comes with its owner from the builder.
FROM python:3.13-slim AS builder
WORKDIR /build
COPY gauge sources/gauge
RUN mkdir empty \
 && python3 -m zipapp sources --main gauge.__main__:main --output gauge.pyz

FROM python:3.13-slim
RUN groupadd --system gauge && useradd --system --gid gauge gauge
WORKDIR /app
COPY --from=builder /build/gauge.pyz .
COPY settings.ini .
COPY bin/start /usr/local/bin/start
COPY --from=builder --chown=gauge:gauge /build/empty data
ENV GAUGE_HOME=/app
USER gauge:gauge
EXPOSE 8080/tcp
HEALTHCHECK --timeout=3s --start-period=5s CMD ["python", "-c", \
  "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/health', timeout=2)"]
ENTRYPOINT ["sh", "/usr/local/bin/start"]
