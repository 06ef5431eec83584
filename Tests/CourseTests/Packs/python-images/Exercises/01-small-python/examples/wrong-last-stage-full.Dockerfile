FROM python:3.14-slim AS small
FROM python:3.14
COPY tide.py /
USER 1000
CMD ["python", "/tide.py"]
