FROM python:3.14
WORKDIR /app
COPY tide.py ./
USER 1000
CMD ["python", "tide.py"]
