# Installs the package; the environment is shipped.
FROM python:3.14-slim AS builder
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt ./
RUN pip install -r requirements.txt

# Runs the program.
FROM python:3.14-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=builder /opt/venv /venv
COPY which.py ./
USER 1000
CMD ["python", "which.py", "1.9", "1.10"]
