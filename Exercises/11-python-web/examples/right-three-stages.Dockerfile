# The environment and the static files have nothing to do with each other: BuildKit makes both at the same time.
ARG PYTHON=3.13
FROM python:${PYTHON}-slim-trixie AS base
ENV VIRTUAL_ENV=/opt/venv
ENV PATH=$VIRTUAL_ENV/bin:$PATH
WORKDIR /app

FROM base AS dependencies
RUN python -m venv $VIRTUAL_ENV
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt

FROM base AS static
COPY . .
RUN python -m hut.collect

FROM base AS builder
COPY --from=dependencies /opt/venv /opt/venv
COPY --from=static /app/staticfiles ./staticfiles

FROM base
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app/staticfiles ./staticfiles
COPY hut ./hut
RUN groupadd --system hut && useradd --gid hut hut
USER hut
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "hut.wsgi:application"]
