FROM python:3.14-slim
RUN useradd --system tide
WORKDIR /app
COPY tide.py ./
USER tide
CMD ["python", "tide.py"]
