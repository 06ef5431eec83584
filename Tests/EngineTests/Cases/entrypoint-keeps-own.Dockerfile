FROM node:26-alpine
CMD ["a"]
ENTRYPOINT ["b"]
