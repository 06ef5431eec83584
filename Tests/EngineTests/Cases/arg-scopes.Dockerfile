ARG G=global
FROM node:26-alpine AS one
ARG G
ENV FROM_G=$G
FROM one
ENV AGAIN=${G:-none}
ARG G=local
ENV LOCAL=$G
