FROM node:26-alpine
ARG PORT=3000
EXPOSE $PORT 53/UDP
LABEL a=1 "b c"="d e"
LABEL a=2
LABEL k="$PORT"
VOLUME ["/data", "/log"]
VOLUME /more /most
STOPSIGNAL SIGQUIT
MAINTAINER me@example.org
