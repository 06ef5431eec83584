FROM python:3.14-slim
WORKDIR /app
COPY tide.py ./
CMD ["python", "tide.py"]
