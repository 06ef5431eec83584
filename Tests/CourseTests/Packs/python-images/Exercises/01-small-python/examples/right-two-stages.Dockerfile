FROM python:3.14 AS builder
COPY tide.py /app/
FROM python:3.14-slim
COPY --from=builder /app /app
USER 65534
CMD ["python", "/app/tide.py"]
