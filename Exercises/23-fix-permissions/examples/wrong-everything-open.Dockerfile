# Packs the program into one file.
FROM python:3.14-slim AS builder
WORKDIR /build
COPY gauge ./sources/gauge
RUN python -m zipapp sources --main gauge.__main__:main --output gauge.pyz

# Runs it as a user who may read the program, start it, and write to one folder.
FROM python:3.14-slim
RUN useradd gauge
WORKDIR /app
COPY --from=builder /build/gauge.pyz ./
COPY settings.ini ./
COPY --chmod=755 bin/start /usr/local/bin/start
RUN mkdir data && chmod -R 777 /app
USER gauge
EXPOSE 8080
HEALTHCHECK --timeout=3s --start-period=5s CMD ["python", "-c", \
  "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/health', timeout=2)"]
CMD ["/usr/local/bin/start"]
