FROM python:3.14-slim
USER 1000
WORKDIR /app
COPY tide.py ./
USER root
CMD ["python", "tide.py"]
