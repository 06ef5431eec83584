FROM python:3.14-slim AS builder
WORKDIR /app
RUN python -m venv /opt/venv
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY assets ./assets
COPY hut ./hut
RUN python -m hut.collect

FROM python:3.14-slim AS production
RUN useradd hut
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app/staticfiles ./staticfiles
COPY hut ./hut
USER hut
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--no-control-socket", "hut.wsgi:application"]
