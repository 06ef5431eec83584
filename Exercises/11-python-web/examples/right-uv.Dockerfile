# uv makes the environment and fills it; the image never sees it.
FROM python:3.14-slim AS builder
RUN pip install uv==0.13.9
WORKDIR /app
RUN uv venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH=/opt/venv/bin:$PATH
COPY requirements.txt ./
RUN uv pip install -r requirements.txt
COPY assets ./assets
COPY hut ./hut
RUN ["python", "-m", "hut.collect"]

FROM python:3.14-slim
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app/hut ./hut
COPY --from=builder /app/staticfiles ./staticfiles
RUN useradd hut
USER hut
EXPOSE 8000
CMD exec gunicorn --bind 0.0.0.0:8000 hut.wsgi:application
