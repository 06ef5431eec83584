FROM node:26-alpine
ARG A=arg
ENV B=$A
ENV A=env
ENV C=$A
ARG A=again
ENV D=$A
