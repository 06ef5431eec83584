FROM debian:13
RUN apt-get update && apt-get install -y python3
COPY tide.py /
USER 1000
CMD ["python3", "/tide.py"]
