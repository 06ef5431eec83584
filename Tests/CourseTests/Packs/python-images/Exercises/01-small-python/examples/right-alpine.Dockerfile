FROM python:3.14-alpine
WORKDIR /app
COPY tide.py ./
USER 1000
CMD ["python", "tide.py"]
