# No name for the user, only a number; the folder is made with its owner.
FROM python:3.14-alpine AS builder
WORKDIR /build
COPY gauge ./sources/gauge
RUN python -m zipapp sources --main gauge.__main__:main --output gauge.pyz

FROM python:3.14-alpine
WORKDIR /app
COPY --from=builder --chmod=444 /build/gauge.pyz gauge.pyz
COPY --chmod=444 settings.ini settings.ini
COPY --chmod=0555 bin/start /usr/local/bin/
RUN mkdir /app/data && chown 10001 /app/data && chmod 700 /app/data
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=20s --timeout=2s --start-period=5s \
  CMD wget -q -O /dev/null http://127.0.0.1:8080/health || exit 1
CMD ["start"]
