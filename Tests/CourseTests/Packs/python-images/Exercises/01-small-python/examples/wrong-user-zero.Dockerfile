FROM python:3.14-slim
WORKDIR /app
COPY tide.py ./
USER 0:1000
CMD ["python", "tide.py"]
