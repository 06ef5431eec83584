ARG RELEASE=none
FROM node:${RELEASE}-alpine
ARG WHO=root
ARG PORT
USER $WHO
EXPOSE $PORT
HEALTHCHECK --interval=1h CMD wget -q -O /dev/null http://127.0.0.1:${PORT}/ || exit 1
