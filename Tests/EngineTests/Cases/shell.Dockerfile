FROM node:26-alpine
SHELL ["/bin/sh", "-eu", "-c"]
RUN true
CMD node app
ENTRYPOINT run it
HEALTHCHECK CMD check it
