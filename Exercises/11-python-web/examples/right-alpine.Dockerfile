FROM python:3.14-alpine AS builder
WORKDIR /app
RUN python -m venv /opt/venv
COPY requirements.txt ./
RUN . /opt/venv/bin/activate && pip install -r requirements.txt
COPY assets assets
COPY hut hut
RUN python -m hut.collect

FROM python:3.14-alpine
RUN addgroup -S hut && adduser -S -G hut hut
WORKDIR /app
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app/staticfiles staticfiles
COPY hut hut
ENV PATH=/opt/venv/bin:$PATH GUNICORN_CMD_ARGS="--bind=0.0.0.0:8000 --no-control-socket"
USER hut
EXPOSE 8000/tcp
ENTRYPOINT ["gunicorn"]
CMD ["hut.wsgi:application"]
