# The full image builds; nothing is on the PATH, so every program is called by its place.
FROM python:3.14 AS builder
WORKDIR /app
RUN python3 -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir -r requirements.txt
COPY . .
RUN /opt/venv/bin/python -m hut.collect

FROM python:3.14-slim
WORKDIR /app
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app/hut ./hut
COPY --from=builder /app/staticfiles ./staticfiles
USER 10001:10001
EXPOSE 8000
CMD ["/opt/venv/bin/gunicorn", "-b", "0.0.0.0:8000", "--no-control-socket", "hut.wsgi:application"]
