# a comment
FROM node:26-alpine

# another
ENV A=1 \
    # inside
    B=2 \

    C=3
CMD node \
  # gone
  server.js
