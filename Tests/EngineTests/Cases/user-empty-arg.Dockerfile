FROM node:26-alpine
ARG U
USER ${U:-node}
RUN id -un
